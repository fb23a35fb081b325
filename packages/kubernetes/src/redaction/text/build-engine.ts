import { buildAutomaton } from "./automaton.ts";
import { base64Forms } from "./base64.ts";
import type { Detector } from "./detector.ts";
import type { Engine, Use } from "./scan-text.ts";

/** The tables for these detectors: their literals, plain, in base64, and in base64 of base64. */
export function buildEngine(detectors: readonly Detector[]): Engine {
  const uses = new Map<string, Use[]>();
  const add = (literal: string, use: Use) => {
    const key = literal.toLowerCase();
    const known = uses.get(key) ?? [];
    if (!known.some((one) => sameUse(one, use))) known.push(use);
    uses.set(key, known);
  };
  for (const [detector, { literals, inBase64 }] of detectors.entries()) {
    for (const literal of literals) add(literal, { detector });
    for (const literal of inBase64)
      for (const once of base64Forms(literal)) {
        add(once.text, { form: once.text, phase: once.phase });
        for (const twice of base64Forms(once.text)) add(twice.text, { form: twice.text, phase: twice.phase });
      }
  }
  return { automaton: buildAutomaton([...uses.keys()]), uses: [...uses.values()], detectors };
}

function sameUse(a: Use, b: Use): boolean {
  return "phase" in a
    ? "phase" in b && a.phase === b.phase && a.form === b.form
    : "detector" in b && a.detector === b.detector;
}
