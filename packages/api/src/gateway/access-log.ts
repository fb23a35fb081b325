import type { Log } from "@kubin/core";
import type { RequestHandler } from "express";
import { publicPath } from "./public-path.ts";
import { stateOf } from "./request-state.ts";

/** One line a request, when it is over; `status` 499 is a caller who left. Health and assets only when debugging. */
export function accessLog(log: Log): RequestHandler {
  return (req, res, next) => {
    res.once("close", () => {
      const { requestId, startedAt } = stateOf(res);
      const path = publicPath(req.originalUrl);
      const status = res.writableFinished ? res.statusCode : 499;
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
      const fields = { requestId, method: req.method, path, status, durationMs };
      if (status >= 500) log.warn(fields, "request");
      else if (/^\/(healthz|readyz|metrics|assets)/.test(path)) log.debug(fields, "request");
      else log.info(fields, "request");
    });
    next();
  };
}
