import { ClickHouseError } from "@clickhouse/client";
import { type ErrorCode, isKubinError, KubinError } from "@kubin/schema";

/** Codes of ClickHouse's ErrorCodes.cpp that mean something to a caller; every other one is a defect. */
const byEngineCode: Record<string, { code: ErrorCode; sentence: string }> = {
  158: { code: "TOO_LARGE", sentence: "The log engine would have to read too many lines for this; narrow it down." },
  159: { code: "TOO_LARGE", sentence: "The log engine took too long for this; narrow it down." },
  160: { code: "TOO_LARGE", sentence: "The log engine would take too long for this; narrow it down." },
  241: { code: "TOO_LARGE", sentence: "The log engine needs too much memory for this; narrow it down." },
  307: { code: "TOO_LARGE", sentence: "The log engine would have to read too many bytes for this; narrow it down." },
  396: { code: "TOO_LARGE", sentence: "The answer is too large; ask for fewer lines." },
  202: { code: "UNAVAILABLE", sentence: "The log engine is busy; try again in a moment." },
  209: { code: "UNAVAILABLE", sentence: "The log engine does not answer in time; try again in a moment." },
  210: { code: "UNAVAILABLE", sentence: "The log engine cannot be reached; try again in a moment." },
  394: { code: "UNAVAILABLE", sentence: "The log engine ended this; try again in a moment." },
  242: { code: "UNAVAILABLE", sentence: "The log engine takes no lines now; try again in a moment." },
  279: { code: "UNAVAILABLE", sentence: "The log engine cannot be reached; try again in a moment." },
  999: { code: "UNAVAILABLE", sentence: "The log engine lost its Keeper; try again in a moment." },
  243: { code: "STORE_FULL", sentence: "There is no space left for log lines." },
};

/** System errors of a connection that is not there (any more); a retry may find it. */
const connectionErrors = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** What the client threw, as one of Kubin's errors. */
export function engineError(error: unknown, signal?: AbortSignal): KubinError {
  if (isKubinError(error)) return error;
  if (signal?.aborted) return new KubinError("CANCELLED", "The log search was stopped.", { cause: error });
  const known = error instanceof ClickHouseError ? byEngineCode[error.code] : undefined;
  if (known) return new KubinError(known.code, known.sentence, { cause: error });
  if (isConnectionError(error)) {
    return new KubinError("UNAVAILABLE", "The log engine cannot be reached; try again in a moment.", { cause: error });
  }
  return new KubinError("INTERNAL", "The log engine refused a statement of Kubin; this is a defect.", { cause: error });
}

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && connectionErrors.has(error.code)) return true;
  return /socket hang up|^Timeout error|aborted|premature close/i.test(error.message);
}
