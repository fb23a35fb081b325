import type { Log } from "@kubin/core";

/** For tests: keeps what was logged as errors, says nothing. */
export function silentLog(): Log & { errors: string[] } {
  const errors: string[] = [];
  const nothing = (): void => undefined;
  return {
    errors,
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: (_fields, message) => void errors.push(message),
  };
}
