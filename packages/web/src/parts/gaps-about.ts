import type { CoverageGap } from "@kubin/schema";

/** The gaps that tell why objects of a kind are missing: those that name its plural as a word of their own. */
export function gapsAbout(gaps: readonly CoverageGap[], plural: string): CoverageGap[] {
  return gaps.filter((gap) =>
    gap.what
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .includes(plural.toLowerCase()),
  );
}
