import type { Log } from "@kubin/core";

/** For tests: keeps what was warned of, says nothing. */
export function silentLog(): Log & { warnings: object[] } {
  const warnings: object[] = [];
  const nothing = (): void => undefined;
  const keep = (fields: object): void => void warnings.push(fields);
  return { warnings, debug: nothing, info: nothing, warn: keep, error: keep };
}
