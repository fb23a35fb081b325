import { createExpressMiddleware } from "@trpc/server/adapters/express";
import type { RequestHandler } from "express";
import { appRouter } from "../app-router.ts";
import { bodyLimitBytes } from "./body-limit.ts";
import { createContext } from "./create-context.ts";
import { logFailure } from "./log-failure.ts";
import type { GatewayOptions } from "./options.ts";
import { stateOf } from "./request-state.ts";

/** `/trpc`: the typed way in. Bodies are read by tRPC itself, up to the limit of what is called. */
export function trpcEndpoint(options: GatewayOptions): RequestHandler {
  return (req, res, next) => {
    const { requestId } = stateOf(res);
    const handler = createExpressMiddleware({
      router: appRouter,
      maxBodySize: bodyLimitBytes(req.path),
      maxBatchSize: 50,
      createContext: () => createContext(options, req, res),
      onError: ({ error, path }) => logFailure(options.ctx.log, { error, path, requestId }),
    });
    handler(req, res, next);
  };
}
