import { type CoverageGap, isNotCaptured } from "@kubin/schema";

/**
 * The gaps that tell why objects of a kind are missing: those that name its plural as a word of their own. A second copy
 * that was left out is no reason, whatever its path names.
 */
export function gapsAbout(gaps: readonly CoverageGap[], plural: string): CoverageGap[] {
  return gaps.filter(
    (gap) =>
      isNotCaptured(gap) &&
      gap.what
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .includes(plural.toLowerCase()),
  );
}
