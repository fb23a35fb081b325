import { type ErrorCode, isKubinError } from "@kubin/schema";

/** What the shell gets: stable, see `kubin --help`. */
export const exitCodes = { done: 0, error: 1, usage: 2, partial: 3, stopped: 130 } as const;

const special: Partial<Record<ErrorCode, number>> = {
  BAD_INPUT: exitCodes.usage,
  NOT_A_BUNDLE: exitCodes.usage,
  CANCELLED: exitCodes.stopped,
};

/** The exit code of a failure. */
export function exitCodeOf(error: unknown): number {
  return isKubinError(error) ? (special[error.code] ?? exitCodes.error) : exitCodes.error;
}
