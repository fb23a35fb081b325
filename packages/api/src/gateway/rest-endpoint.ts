import express, { type Request, type RequestHandler, Router } from "express";
import { appRouter } from "../app-router.ts";
import { openContext } from "../trpc.ts";
import { bodyLimitBytes } from "./body-limit.ts";
import { createContext } from "./create-context.ts";
import { exportEndpoint } from "./export-endpoint.ts";
import { logFailure } from "./log-failure.ts";
import { openApiDocument } from "./open-api-document.ts";
import type { GatewayOptions } from "./options.ts";

/** `/api/v1`: the same procedures as plain HTTP and JSON, with their OpenAPI document. */
export function restEndpoint(options: GatewayOptions): Router {
  const router = Router();
  const handler = once(() => loadHandler(options));
  const document = once(() => openApiDocument(options));
  router.get("/openapi.json", async (_req, res) => {
    res.json(await document());
  });
  router.get("/snapshots/:snapshotId/logs/export", exportEndpoint(options));
  router.use((req, res, next) => {
    express.json({ limit: bodyLimitBytes(req.path), strict: false })(req, res, next);
  });
  router.use(async (req, res, next) => {
    keepEmptyParameters(req);
    (await handler())(req, res, next);
  });
  return router;
}

/** The adapter costs up to 0.6 s to import, which no start should wait for. */
async function loadHandler(options: GatewayOptions): Promise<RequestHandler> {
  const { createOpenApiExpressMiddleware } = await import("trpc-to-openapi");
  return createOpenApiExpressMiddleware({
    router: appRouter,
    createContext: ({ req, res }) => createContext(options, req, res),
    onError: ({ error, path, ctx }) => {
      const requestId = ctx === undefined ? "unknown" : openContext(ctx).requestId;
      logFailure(options.ctx.log, { error, path, requestId });
    },
  });
}

/**
 * The adapter drops parameters that are empty (`group=`, the core group) unless they come as lists, and trips over
 * names that every object has.
 */
function keepEmptyParameters(req: Request): void {
  const lists: Record<string, string[]> = Object.create(null);
  for (const [name, value] of new URL(req.url, "http://localhost").searchParams) {
    const list = lists[name] ?? [];
    list.push(value);
    lists[name] = list;
  }
  Object.defineProperty(req, "query", { value: lists, configurable: true });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
