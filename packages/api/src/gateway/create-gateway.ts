import compression from "compression";
import express, { type Express, Router } from "express";
import { accessLog } from "./access-log.ts";
import { answerFor } from "./answer-for.ts";
import { hashedAssets, rootFiles } from "./assets.ts";
import { catchErrors } from "./catch-errors.ts";
import { alive, readiness } from "./health.ts";
import { metricsEndpoint } from "./metrics-endpoint.ts";
import { notFound } from "./not-found.ts";
import { objectsEndpoint } from "./objects-endpoint.ts";
import type { GatewayOptions } from "./options.ts";
import { originGuard } from "./origin-guard.ts";
import { pages } from "./pages.ts";
import { requestMetrics } from "./request-metrics.ts";
import { requestStates } from "./request-state.ts";
import { restEndpoint } from "./rest-endpoint.ts";
import { retryAfterUnavailable } from "./retry-after.ts";
import { rolesOfProcedures, rolesOfRoute } from "./roles.ts";
import { securityHeaders } from "./security-headers.ts";
import { trpcEndpoint } from "./trpc-endpoint.ts";

/** The API gateway: everything that Kubin says over HTTP, in the order in which a request meets it. */
export function createGateway(options: GatewayOptions): Express {
  const { ctx, listening, roles, webRoot, metricsText, stopping } = options;
  const { publicUrl } = ctx.settings;
  const chain = Router();
  chain.use(accessLog(ctx.log));
  chain.use(requestMetrics(ctx.metrics));
  chain.use(securityHeaders(publicUrl, ctx.ports.objects.origin));
  chain.use(originGuard({ listening, publicUrl }));

  chain.get("/healthz", alive);
  chain.get("/readyz", readiness(ctx));
  chain.get("/metrics", metricsEndpoint(metricsText));
  // Before compression: objects are gzip already, and must stream.
  chain.use(ctx.ports.objects.servePath ?? "/objects", objectsEndpoint(ctx.ports.objects, publicUrl));

  chain.use(compression());
  chain.use("/trpc", answerFor(roles, rolesOfProcedures), trpcEndpoint(options));
  chain.use("/api/v1", answerFor(roles, rolesOfRoute), restEndpoint(options));
  chain.use("/api", notFound);

  chain.use(answerFor(roles, () => ["gateway"]));
  chain.use("/assets", hashedAssets(webRoot));
  chain.use(rootFiles(webRoot));
  chain.use(pages(webRoot));
  chain.use(notFound);

  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(requestStates(stopping));
  app.use(retryAfterUnavailable);
  app.use(catchErrors(chain, ctx.log));
  return app;
}
