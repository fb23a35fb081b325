/** The closed list of what can go wrong, the same for server, client, CLI and page. */
export const errorCodes = [
  "BAD_INPUT", // the request itself is wrong: a shape, a query, a cursor
  "NOT_A_BUNDLE", // the source is nothing that Kubin knows
  "NOT_FOUND", // no such thing, or none that this actor may know of
  "FORBIDDEN", // known actor, not allowed
  "UNAUTHENTICATED", // no or a wrong ticket, token or session
  "CONFLICT", // the state does not allow it (any more)
  "EXPIRED", // an upload URL, a snapshot or a link is over
  "TOO_LARGE", // more bytes, rows or time than a limit allows
  "DIGEST_MISMATCH", // the bytes are not those that were announced
  "STORE_FULL", // no space left where the bytes should go
  "UNAVAILABLE", // an engine or the server cannot be reached now; a retry may help
  "CANCELLED", // the caller left or stopped it
  "UNSUPPORTED", // a version or profile that this build does not speak, an address that this process does not answer
  "INTERNAL", // a defect of Kubin
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The one error class. `message` is a sentence for a person: what is wrong, what was expected, what to do. */
export class KubinError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "KubinError";
    this.code = code;
  }
}

/** Whether `error` is a KubinError (of `code`, where one is given), also across copies of this package. */
export function isKubinError(error: unknown, code?: ErrorCode): error is KubinError {
  if (!(error instanceof Error) || error.name !== "KubinError" || !("code" in error)) return false;
  return code === undefined || error.code === code;
}
