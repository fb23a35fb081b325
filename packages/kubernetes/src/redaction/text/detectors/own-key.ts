import type { Detector } from "../detector.ts";
import { keyMatcher } from "../match-key.ts";
import { isPlaceholder } from "../secret-value.ts";
import { nameAround } from "./name-around.ts";
import { readNamed } from "./read-named.ts";

/** Values behind names that an own rule lists. A key of nothing but `*` and dashes finds nothing in texts. */
export function ownKeyDetector(rule: string, keys: readonly string[]): Detector {
  const isListed = keyMatcher(keys);
  const literals = keys.flatMap((key) => longestPiece(key) ?? []);
  return {
    literals,
    inBase64: literals,
    detect(scene, hit) {
      const name = nameAround(scene.text, hit, /[A-Za-z0-9_./-]/);
      scene.skipTo(name.end);
      const key = scene.text.slice(name.start, name.end);
      if (!isListed(key) && !isListed(key.slice(key.lastIndexOf("/") + 1))) return;
      const value = readNamed(scene, { ...name, isPassword: false });
      if (value && !isPlaceholder(value.secret))
        scene.add({ start: value.start, end: value.end, rule, secret: value.secret, key });
    },
  };
}

function longestPiece(key: string): string | undefined {
  const pieces = key.split("*").flatMap((piece) => piece.match(/[A-Za-z0-9_./-]+/g) ?? []);
  const [longest] = pieces.sort((a, b) => b.length - a.length);
  return longest && longest.length >= 2 ? longest : undefined;
}
