import { KubinError, type RedactionRules } from "@kubin/schema";
import type { RE2JS } from "re2js";
import type { Detector, Found } from "./detector.ts";
import { ownKeyDetector } from "./detectors/own-key.ts";
import { keyMatcher } from "./match-key.ts";

/** The section `redaction` of a `.kubin.yaml`, compiled for the scanner. */
export interface OwnRules {
  detectors: readonly Detector[];
  /** What the own patterns find in a text; undefined where there are none. */
  everywhere: ((text: string) => Found[]) | undefined;
  /** Whether an exception lets it stand. Where one names rule, keys and pattern, all of them must fit. */
  keeps(found: Found): boolean;
}

/**
 * Compiles own rules and exceptions. Of a pattern with groups the first group is the secret. The pattern of an exception
 * is searched within the secret. BAD_INPUT names the rule whose pattern is wrong. RE2 is loaded only for patterns.
 */
export async function loadOwnRules(given: RedactionRules): Promise<OwnRules> {
  const hasPattern = [...given.rules, ...given.exceptions].some((one) => one.pattern !== undefined);
  const compiler = hasPattern ? (await import("re2js")).RE2JS : undefined;
  const compile = (pattern: string | undefined, place: string) =>
    pattern === undefined || !compiler ? undefined : compilePattern(compiler, { pattern, place });
  const patterns = given.rules.flatMap(({ name, pattern }) => {
    const compiled = compile(pattern, `rule "${name}"`);
    return compiled ? [{ name, compiled }] : [];
  });
  const exceptions = given.exceptions.map((one, index) => ({
    rule: one.rule,
    key: one.keys && keyMatcher(one.keys),
    pattern: compile(one.pattern, `exception ${index + 1}`),
  }));
  return {
    detectors: given.rules.flatMap(({ name, keys }) => (keys ? [ownKeyDetector(name, keys)] : [])),
    everywhere: patterns.length === 0 ? undefined : (text) => patterns.flatMap((one) => findAll(one, text)),
    keeps: (found) =>
      exceptions.some(
        ({ rule, key, pattern }) =>
          (rule === undefined || rule === found.rule) &&
          (!key || (found.key !== undefined && key(found.key))) &&
          (!pattern || pattern.test(found.secret)),
      ),
  };
}

function compilePattern(compiler: typeof RE2JS, { pattern, place }: { pattern: string; place: string }): RE2JS {
  try {
    return compiler.compile(pattern);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new KubinError(
      "BAD_INPUT",
      `The pattern of the redaction ${place} is wrong: ${reason}. Expected RE2 syntax, which has no back-references; correct it in .kubin.yaml.`,
      { cause },
    );
  }
}

function findAll({ name, compiled }: { name: string; compiled: RE2JS }, text: string): Found[] {
  if (!compiled.test(text)) return [];
  const found: Found[] = [];
  const matcher = compiled.matcher(text);
  while (matcher.find()) {
    const group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
    const start = matcher.start(group);
    const end = matcher.end(group);
    if (end > start) found.push({ start, end, rule: name, secret: text.slice(start, end) });
  }
  return found;
}
