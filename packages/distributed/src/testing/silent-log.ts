import type { Log } from "@kubin/core";

/** For tests: keeps what was warned of, says nothing. */
export function silentLog(): Log & { warnings: string[] } {
  const warnings: string[] = [];
  const nothing = (): void => undefined;
  const keep = (_fields: object, message: string): void => void warnings.push(message);
  return { warnings, debug: nothing, info: nothing, warn: keep, error: keep };
}
