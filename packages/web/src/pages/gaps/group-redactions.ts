import type { RedactionCount } from "@kubin/schema";

/** The counts of each rule, rules in the order they come. */
export function groupRedactions(redactions: readonly RedactionCount[]): Map<string, RedactionCount[]> {
  const rules = new Map<string, RedactionCount[]>();
  for (const one of redactions) rules.set(one.rule, [...(rules.get(one.rule) ?? []), one]);
  return rules;
}
