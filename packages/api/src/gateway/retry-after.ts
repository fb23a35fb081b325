import type { RequestHandler } from "express";
import onHeaders from "on-headers";

/** Seconds. A dependency that is away is looked at every two, so by then it has had its chance. */
const retryAfter = "5";

/** Every 503 says when to come again, whoever answers it. */
export const retryAfterUnavailable: RequestHandler = (_req, res, next) => {
  onHeaders(res, () => {
    if (res.statusCode === 503 && !res.hasHeader("Retry-After")) res.setHeader("Retry-After", retryAfter);
  });
  next();
};
