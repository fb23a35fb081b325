import type { ErrorCode } from "@kubin/schema";
import type { Response } from "express";

interface Refusal {
  status: number;
  code: ErrorCode;
  message: string;
}

/** tRPC's names and JSON-RPC numbers for what the gateway itself refuses. */
const trpc: Record<number, { code: string; number: number }> = {
  400: { code: "BAD_REQUEST", number: -32600 },
  403: { code: "FORBIDDEN", number: -32003 },
  404: { code: "NOT_FOUND", number: -32004 },
  413: { code: "PAYLOAD_TOO_LARGE", number: -32013 },
  415: { code: "UNSUPPORTED_MEDIA_TYPE", number: -32015 },
  503: { code: "SERVICE_UNAVAILABLE", number: -32603 },
};

/** Refuses a request in the one JSON shape that readers of `/trpc` (`error`) and of `/api/v1` (`message`) both know. */
export function refuse(res: Response, refusal: Refusal): void {
  const { status, code, message } = refusal;
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const known = trpc[status] ?? { code: "INTERNAL_SERVER_ERROR", number: -32603 };
  const data = { code: known.code, httpStatus: status, kubin: { code, message } };
  res.status(status).json({ message, code: known.code, data, error: { message, code: known.number, data } });
}
