import type { CoverageGap } from "./manifest.ts";

/** Gaps by which nothing is lost: the bundle holds the same twice, and one of the two stands for both. */
export const harmlessGapKinds: readonly CoverageGap["kind"][] = ["duplicate"];

/** Whether something is missing because of it. Only such gaps are counted and warned of; the others are only listed. */
export function isNotCaptured({ kind }: Pick<CoverageGap, "kind">): boolean {
  return !harmlessGapKinds.includes(kind);
}
