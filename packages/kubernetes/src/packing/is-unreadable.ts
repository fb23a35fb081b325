import { isKubinError, type KubinError } from "@kubin/schema";

/** Errors of one file that do not stop the reading of the others. */
export function isUnreadable(error: unknown): error is KubinError {
  return isKubinError(error) && ["BAD_INPUT", "FORBIDDEN", "NOT_FOUND", "TOO_LARGE"].includes(error.code);
}
