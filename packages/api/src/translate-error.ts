import { type ErrorCode, isKubinError, KubinError } from "@kubin/schema";
import { TRPCError } from "@trpc/server";

type TrpcCode = TRPCError["code"];

/** HTTP follows from the tRPC code. tRPC has no 410 and no 507: `data.kubin.code` is what clients go by. */
const trpcCodes: Record<ErrorCode, TrpcCode> = {
  BAD_INPUT: "BAD_REQUEST",
  NOT_A_BUNDLE: "UNPROCESSABLE_CONTENT",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  UNAUTHENTICATED: "UNAUTHORIZED",
  CONFLICT: "CONFLICT",
  EXPIRED: "NOT_FOUND",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  DIGEST_MISMATCH: "UNPROCESSABLE_CONTENT",
  STORE_FULL: "SERVICE_UNAVAILABLE",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  CANCELLED: "CLIENT_CLOSED_REQUEST",
  UNSUPPORTED: "UNPROCESSABLE_CONTENT",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

/** What tRPC itself refuses, before any procedure runs. */
const ownRefusals: Partial<Record<TrpcCode, ErrorCode>> = {
  NOT_FOUND: "NOT_FOUND",
  BAD_REQUEST: "BAD_INPUT",
  PARSE_ERROR: "BAD_INPUT",
  METHOD_NOT_SUPPORTED: "BAD_INPUT",
  UNSUPPORTED_MEDIA_TYPE: "BAD_INPUT",
  PAYLOAD_TOO_LARGE: "TOO_LARGE",
};

export interface Translation {
  /** What the caller is told. */
  note: { code: ErrorCode; message: string };
  /** The same as a tRPC error; `cause` is the original, for the log. */
  error: TRPCError;
}

/** Turns whatever was thrown into a code and a sentence. Of unknown errors the caller learns the request id alone. */
export function translateError(thrown: unknown, requestId: string | undefined): Translation {
  const known = asKubinError(thrown) ?? unknownError(thrown, requestId);
  const code = trpcCodes[known.code];
  return {
    note: { code: known.code, message: known.message },
    error: new TRPCError({ code, message: known.message, cause: known }),
  };
}

export function callerLeft(): KubinError {
  return new KubinError("CANCELLED", "The caller left before the answer was ready.");
}

function asKubinError(thrown: unknown): KubinError | undefined {
  if (isKubinError(thrown)) return thrown;
  if (!(thrown instanceof Error)) return undefined;
  if (isKubinError(thrown.cause)) return thrown.cause;
  if (thrown.name === "AbortError") return callerLeft();
  if (!(thrown instanceof TRPCError)) return undefined;
  // INTERNAL_SERVER_ERROR is how tRPC wraps anything thrown: what is in it decides.
  if (thrown.code === "INTERNAL_SERVER_ERROR" && thrown.cause?.name === "AbortError") return asKubinError(thrown.cause);
  const code = ownRefusals[thrown.code];
  if (code === undefined) return undefined;
  const issues = issuesOf(thrown.cause);
  const message = issues === undefined ? sentenceFor(thrown) : `The request is not right: ${issues}.`;
  return new KubinError(code, message, { cause: thrown });
}

function unknownError(thrown: unknown, requestId: string | undefined): KubinError {
  const where = requestId === undefined ? "" : ` The server's log has the details under request ${requestId}.`;
  return new KubinError("INTERNAL", `Something went wrong inside Kubin.${where}`, { cause: thrown });
}

function sentenceFor(error: TRPCError): string {
  switch (error.code) {
    case "PAYLOAD_TOO_LARGE":
      return "The request's body is larger than this procedure takes.";
    case "PARSE_ERROR":
      return "The request's body is no valid JSON.";
    default:
      return error.message;
  }
}

/** The first issues of a Zod error in one line, with the path of each; undefined for other errors. */
function issuesOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !("issues" in cause) || !Array.isArray(cause.issues)) return undefined;
  const issues = cause.issues as { path?: PropertyKey[]; message?: string }[];
  const shown = issues.slice(0, 5).map(({ path, message }) => {
    const where = path === undefined || path.length === 0 ? "" : `${path.map(String).join(".")}: `;
    return `${where}${message ?? "invalid"}`;
  });
  if (issues.length > shown.length) shown.push(`and ${issues.length - shown.length} more`);
  return shown.join("; ");
}
