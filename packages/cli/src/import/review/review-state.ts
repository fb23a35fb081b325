import type { CoverageGap } from "@kubin/schema";
import type { RuleRedactions } from "../collect-redactions.ts";
import type { PartSum } from "../part-sums.ts";

/** What a person looks through before it is sent. Holds secrets (in the examples): for this screen alone. */
export interface Reviewed {
  name: string;
  layout: string;
  rules: readonly RuleRedactions[];
  parts: readonly PartSum[];
  withheld: readonly CoverageGap[];
}

export const lists = ["rules", "parts", "home"] as const;
type List = (typeof lists)[number];

export interface ReviewState {
  list: List;
  /** Line of the list that is chosen. */
  cursor: number;
  /** The rule whose examples are shown, instead of the list of rules. */
  rule: RuleRedactions | undefined;
  /** Values stand where their marks do. */
  revealed: boolean;
}

export const firstState: ReviewState = { list: "rules", cursor: 0, rule: undefined, revealed: false };

/** How many lines the list of a state has. */
export function lengthOf({ rules, parts, withheld }: Reviewed, { list, rule }: ReviewState): number {
  if (rule) return rule.examples.length;
  return { rules, parts, home: withheld }[list].length;
}
