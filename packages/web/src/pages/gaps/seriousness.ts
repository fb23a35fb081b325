import type { CoverageGap } from "@kubin/schema";

/** What hides most of the cluster first. */
const order: readonly CoverageGap["kind"][] = [
  "forbidden",
  "timed-out",
  "missing",
  "unparseable",
  "cut",
  "refused",
  "withheld",
  "skipped",
  "duplicate",
];

export function bySeriousness(a: CoverageGap["kind"], b: CoverageGap["kind"]): number {
  return order.indexOf(a) - order.indexOf(b);
}
