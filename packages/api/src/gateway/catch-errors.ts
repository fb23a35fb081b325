import type { Log } from "@kubin/core";
import { isKubinError } from "@kubin/schema";
import type { RequestHandler, Response } from "express";
import { refuse } from "./refuse.ts";
import { stateOf } from "./request-state.ts";

/** Runs `inner` and answers what it threw. Express marks what the caller did wrong with a status; the rest is a defect. */
export function catchErrors(inner: RequestHandler, log: Log): RequestHandler {
  return (req, res, next) =>
    inner(req, res, (error?: unknown) => {
      // A router that fell through says null.
      if (error === undefined || error === null) next();
      else answer({ error, res, log });
    });
}

function answer({ error, res, log }: { error: unknown; res: Response; log: Log }): void {
  const { requestId } = stateOf(res);
  const status = statusOf(error);
  if (status === 404) refuse(res, { status, code: "NOT_FOUND", message: "There is nothing at this address." });
  else if (status === 413) {
    refuse(res, { status, code: "TOO_LARGE", message: "The request's body is larger than this address takes." });
  } else if (status !== undefined && status < 500) {
    refuse(res, {
      status,
      code: "BAD_INPUT",
      message: "The request cannot be read: its body or address is malformed.",
    });
  } else if (isKubinError(error, "UNAVAILABLE")) {
    log.warn({ requestId, err: error }, "request could not be served");
    refuse(res, { status: 503, code: "UNAVAILABLE", message: error.message });
  } else {
    log.error({ requestId, err: error }, "request failed");
    const message = `Something went wrong inside Kubin. The server's log has the details under request ${requestId}.`;
    refuse(res, { status: 500, code: "INTERNAL", message });
  }
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("status" in error)) return undefined;
  return typeof error.status === "number" && error.status >= 400 ? error.status : undefined;
}
