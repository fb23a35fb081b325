import type { ErrorCode } from "@kubin/schema";

/** Whether an answer means that there is nothing at this address any more, however often one asks. */
export function isGone(code: ErrorCode): boolean {
  return code === "NOT_FOUND" || code === "EXPIRED" || code === "UNAUTHENTICATED" || code === "BAD_INPUT";
}
