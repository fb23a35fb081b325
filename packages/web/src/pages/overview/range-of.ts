import type { TimeRange } from "../../parts/time-bars.tsx";
import type { Search } from "../../place/place.ts";

/** The range of time in `?from=&to=`; undefined where the words are no such range. */
export function rangeOf({ from, to }: Search): TimeRange | undefined {
  const [fromMs, toMs] = [Date.parse(from ?? ""), Date.parse(to ?? "")];
  if (!(fromMs < toMs)) return undefined;
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}
