import type { Metrics } from "@kubin/core";
import type { RequestHandler } from "express";
import { routeOf } from "./public-path.ts";
import { stateOf } from "./request-state.ts";

/** Seconds a request by route and class of status: few labels, none of them a caller's choice. */
export function requestMetrics(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    res.once("close", () => {
      const seconds = (performance.now() - stateOf(res).startedAt) / 1000;
      const status = res.writableFinished ? `${Math.floor(res.statusCode / 100)}xx` : "left";
      metrics.observe("http_request_seconds", seconds, { route: routeOf(req.originalUrl), status });
    });
    next();
  };
}
