import { type ErrorCode, isKubinError } from "@kubin/schema";
import { PolicyRefusal } from "../config/policy-refusal.ts";

/** What the shell gets: stable, see `kubin --help`. */
export const exitCodes = { done: 0, error: 1, usage: 2, partial: 3, stopped: 130 } as const;

const special: Partial<Record<ErrorCode, number>> = {
  BAD_INPUT: exitCodes.usage,
  NOT_A_BUNDLE: exitCodes.usage,
  CANCELLED: exitCodes.stopped,
};

/** The exit code of a failure. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof PolicyRefusal) return exitCodes.usage;
  return isKubinError(error) ? (special[error.code] ?? exitCodes.error) : exitCodes.error;
}

/** Of two imports of one command, the exit code that says more: stopped, failed, partial, done. */
export function worseOf(one: number, other: number): number {
  const order: readonly number[] = [exitCodes.stopped, exitCodes.error, exitCodes.partial];
  return order.find((code) => code === one || code === other) ?? exitCodes.done;
}
