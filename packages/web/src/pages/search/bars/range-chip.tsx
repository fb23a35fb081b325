import type { Query } from "@kubin/logs";
import { RangeMark } from "../../../logs-drawer/range-mark.tsx";
import { useAsked } from "../bar/use-asked.ts";
import { rangeOf, withRange } from "./query-range.ts";

/** The span of time that the query names; one click gives it back. */
export function RangeChip({ read }: { read: Query }) {
  const { query, ask } = useAsked();
  const range = rangeOf(read);
  return range && <RangeMark range={range} onClear={() => ask(withRange(query, undefined))} />;
}
