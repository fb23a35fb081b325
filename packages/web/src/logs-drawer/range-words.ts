import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import type { LogRange } from "./log-range.ts";

/** A range as it is read, with its times as `show` writes them. */
export function rangeWords({ from, to }: LogRange, show: (at: string) => string): string {
  if (from !== undefined && to !== undefined) return logsDrawerTexts.between(show(from), show(to));
  return from !== undefined ? logsDrawerTexts.since(show(from)) : logsDrawerTexts.until(show(to ?? ""));
}
