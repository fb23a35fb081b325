import { isServersAnswer } from "@kubin/client";
import { type ErrorCode, isKubinError } from "@kubin/schema";
import { StoreError } from "./store-error.ts";

/** What went wrong, for a person. */
export interface Failure {
  code: ErrorCode;
  message: string;
  /** The server said so itself: UNAVAILABLE is then one of its engines, not the way to it. */
  answered: boolean;
}

/** Reads any thrown thing: the code and words of the server or client, INTERNAL for what nobody expected. */
export function failureOf(error: unknown): Failure {
  if (isKubinError(error)) {
    const answered = error instanceof StoreError || isServersAnswer(error);
    return { code: error.code, message: error.message, answered };
  }
  return { code: "INTERNAL", message: error instanceof Error ? error.message : "", answered: false };
}
