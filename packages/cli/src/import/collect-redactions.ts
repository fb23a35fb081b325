import type { Redaction } from "@kubin/kubernetes";

/** What was taken out by one rule: how often, and the first examples. */
export interface RuleRedactions {
  rule: string;
  count: number;
  examples: Redaction[];
}

export interface CollectedRedactions {
  add(redaction: Redaction): void;
  /** Most first. */
  all(): RuleRedactions[];
}

/** More rules than a `.kubin.yaml` and the built-in ones can have. */
const maxRules = 1000;

/** Counts redactions by rule and keeps the first `maxExamples` of each, so that memory stays bounded. */
export function collectRedactions(maxExamples: number): CollectedRedactions {
  const byRule = new Map<string, RuleRedactions>();
  return {
    add(redaction) {
      let found = byRule.get(redaction.rule);
      if (!found && byRule.size < maxRules) {
        found = { rule: redaction.rule, count: 0, examples: [] };
        byRule.set(redaction.rule, found);
      }
      if (!found) return;
      found.count++;
      if (found.examples.length < maxExamples) found.examples.push(redaction);
    },
    all: () => [...byRule.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
  };
}
