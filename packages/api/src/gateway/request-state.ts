import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";

/** What the gateway knows of one request; lives as long as its response. */
export interface RequestState {
  /** In answers (`X-Request-Id`) and in every log line. Made here: a caller's own id would forge log lines. */
  requestId: string;
  /** Of this page alone, for the CSP. */
  nonce: string;
  startedAt: number;
  /** Aborted when the caller left, or when the server stops and the answer is an endless stream. */
  signal: AbortSignal;
}

/** First in the chain: gives the request its id, nonce and signal. */
export function requestStates(stopping: AbortSignal): RequestHandler {
  return (req, res, next) => {
    const leaving = new AbortController();
    const state: RequestState = {
      requestId: randomUUID(),
      nonce: randomBytes(16).toString("base64"),
      startedAt: performance.now(),
      signal: leaving.signal,
    };
    res.locals.kubin = state;
    res.setHeader("X-Request-Id", state.requestId);
    // The socket goes too, so that the reader's EventSource connects again instead of thinking the stream has ended.
    const cut = () => {
      leaving.abort();
      res.destroy();
    };
    const endless = req.headers.accept?.includes("text/event-stream") === true;
    if (endless) stopping.addEventListener("abort", cut, { once: true });
    res.once("close", () => {
      stopping.removeEventListener("abort", cut);
      if (!res.writableFinished) leaving.abort();
    });
    next();
  };
}

/** Guarantee: `requestStates` runs before everything that asks. */
export function stateOf(res: Response): RequestState {
  return res.locals.kubin as RequestState;
}
