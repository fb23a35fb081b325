import type { Tone } from "../../output/paint.ts";

/** No red and no inverse: those mean something. */
const palette = [
  "cyan",
  "green",
  "magenta",
  "yellow",
  "blue",
  "brightCyan",
  "brightGreen",
  "brightMagenta",
  "brightYellow",
  "brightBlue",
] as const satisfies readonly Tone[];

/** A colour for each pod, the same from run to run; different ones as far as there are. */
export function podTones(pods: Iterable<string>): Map<string, Tone> {
  const tones = new Map<string, Tone>();
  const taken = new Set<Tone>();
  for (const pod of [...new Set(pods)].sort()) {
    const first = hashOf(pod) % palette.length;
    const turned = [...palette.slice(first), ...palette.slice(0, first)];
    if (taken.size === palette.length) taken.clear();
    const tone = turned.find((one) => !taken.has(one)) ?? palette[0];
    taken.add(tone);
    tones.set(pod, tone);
  }
  return tones;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
