import { type ErrorCode, isKubinError } from "@kubin/schema";

/** What went wrong, for a person. */
export interface Failure {
  code: ErrorCode;
  message: string;
}

/** Reads any thrown thing: the code and words of the server or client, INTERNAL for what nobody expected. */
export function failureOf(error: unknown): Failure {
  if (isKubinError(error)) return { code: error.code, message: error.message };
  return { code: "INTERNAL", message: error instanceof Error ? error.message : "" };
}
