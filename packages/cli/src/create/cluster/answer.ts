import type { IncomingMessage } from "node:http";
import { isObject, textAt } from "@kubin/kubernetes";
import { isKubinError } from "@kubin/schema";

/** Beyond this nobody reads what an error says. */
const maxErrorBytes = 64 * 1024;

/** Why the API server did not give something. */
export type RefusalKind = "forbidden" | "gone" | "expired" | "timed-out" | "failed" | "not-now";

export interface Refusal {
  ok: false;
  kind: RefusalKind;
  /** HTTP status; 0 without one. */
  status: number;
  /** `reason` of the Status object, "" without one. Never its message, which names the caller. */
  reason: string;
  /** Whether asking again may help. */
  again: boolean;
  /** As the server asks for (`Retry-After`), ms. */
  waitMs?: number;
}

interface Given {
  ok: true;
  body: AsyncGenerator<Uint8Array>;
}

export type Answer = Given | Refusal;

const kinds: Readonly<Record<number, RefusalKind>> = {
  400: "not-now",
  401: "forbidden",
  403: "forbidden",
  404: "gone",
  405: "gone",
  410: "expired",
  408: "timed-out",
  504: "timed-out",
};

export const refusalOf = {
  async status(message: IncomingMessage, body: AsyncIterable<Uint8Array>): Promise<Refusal> {
    const status = message.statusCode ?? 0;
    const seconds = Number(message.headers["retry-after"]);
    const reason = await reasonIn(body);
    const again = status === 429 || status >= 500 || status === 408;
    return {
      ok: false,
      kind: kinds[status] ?? "failed",
      status,
      reason,
      again,
      ...(Number.isFinite(seconds) && seconds > 0 && { waitMs: seconds * 1000 }),
    };
  },
  /** No answer at all. A login that failed goes on as it is: it would fail again, and has told why. */
  network(error: unknown): Refusal {
    if (isKubinError(error)) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const silent = error instanceof Error && error.message === "timeout";
    return { ok: false, kind: silent ? "timed-out" : "failed", status: 0, reason: code, again: !isTls(code) };
  },
};

/** A certificate that does not fit is no matter of trying again. */
function isTls(code: string): boolean {
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|HOSTNAME/.test(code);
}

async function reasonIn(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxErrorBytes) break;
    }
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return isObject(value) ? textAt(value, "reason").slice(0, 100) : "";
  } catch {
    // The status says enough.
    return "";
  }
}
