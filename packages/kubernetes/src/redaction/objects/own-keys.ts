import type { RedactionRules } from "@kubin/schema";
import { keyMatcher } from "../text/match-key.ts";
import type { OwnRules } from "../text/own-rules.ts";

/** The part of a `.kubin.yaml` that goes by names of fields, keys, variables and annotations. */
export interface OwnKeys {
  /** Name of the own rule that takes the value of this key out. */
  ruleFor(key: string): string | undefined;
  /**
   * Whether an exception keeps a value that `rule` would take out; `key` is "" where the text has none. Values of
   * Secrets and private keys are not asked about: no exception keeps them.
   */
  keeps(found: { rule: string; key: string; value: string }): boolean;
}

export function ownKeys(given: RedactionRules | undefined, compiled: OwnRules | undefined): OwnKeys {
  const named = (given?.rules ?? []).flatMap(({ name, keys }) => (keys ? [{ name, matches: keyMatcher(keys) }] : []));
  return {
    ruleFor: (key) => named.find((one) => one.matches(key))?.name,
    keeps: ({ rule, key, value }) =>
      compiled?.keeps({ start: 0, end: value.length, rule, key, secret: value }) ?? false,
  };
}
