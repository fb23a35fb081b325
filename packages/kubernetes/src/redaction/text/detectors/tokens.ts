import type { Detector } from "../detector.ts";
import { matchAt } from "../match-at.ts";
import { cloudTokenShapes } from "./cloud-token-shapes.ts";
import { codeTokenShapes } from "./code-token-shapes.ts";
import { serviceTokenShapes } from "./service-token-shapes.ts";
import type { TokenShape } from "./token-shape.ts";

/** Tokens whose provider gave them a prefix: one detector for each shape. */
export function tokenDetectors(): Detector[] {
  return [...codeTokenShapes, ...cloudTokenShapes, ...serviceTokenShapes].map(tokenDetector);
}

const wordCharacter = /[A-Za-z0-9]/;

function tokenDetector(shape: TokenShape): Detector {
  const pattern = new RegExp(shape.pattern, "y");
  return {
    literals: shape.literals,
    inBase64: shape.inBase64 ?? shape.literals,
    detect(scene, { start: at }) {
      const start = at - (shape.before ?? 0);
      if (start < 0) return;
      if (shape.alone && start > (scene.isDecoded ? 2 : 0) && wordCharacter.test(scene.text[start - 1] ?? "")) return;
      const match = matchAt(pattern, scene.text, start);
      if (!match) return;
      const secret = match[1] ?? match[0];
      const from = start + match[0].indexOf(secret);
      scene.add({ start: from, end: from + secret.length, rule: shape.rule, secret });
    },
  };
}
