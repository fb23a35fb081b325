import type { CoverageGap } from "@kubin/schema";

/** What hides most of the cluster first; from `skipped` on nothing is lost that was asked for. */
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

/** Nothing that one could look for is lost by it. */
export function isHarmless(kind: CoverageGap["kind"]): boolean {
  return kind === "duplicate";
}
