import type { RequestHandler } from "express";
import type { GatewayOptions } from "./options.ts";

/** `/metrics`: Prometheus text. */
export function metricsEndpoint(metricsText: GatewayOptions["metricsText"]): RequestHandler {
  return async (_req, res) => {
    const { contentType, text } = await metricsText();
    res.setHeader("Content-Type", contentType);
    res.end(text);
  };
}
