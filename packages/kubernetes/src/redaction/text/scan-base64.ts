import { decodeBase64, isBase64 } from "./base64.ts";
import type { Found } from "./detector.ts";

export interface Base64Hit {
  start: number;
  /** Position of `start` within its group of four. */
  phase: number;
}

interface Opts {
  text: string;
  /** By position. */
  hits: readonly Base64Hit[];
  /** What is found already, by position, none overlapping. */
  covered: readonly Found[];
  scan(decoded: string): Found[];
}

/** A shorter run holds no secret together with what tells it. */
const shortestRun = 12;

/** Runs of base64 that hold a secret. Each run is decoded at most once for each of its four alignments. */
export function scanBase64({ text, hits, covered, scan }: Opts): Found[] {
  const found: Found[] = [];
  let run = { start: 0, end: 0 };
  let tried = 0;
  let next = 0;
  for (const hit of hits) {
    if (hit.start >= run.end) {
      run = runAround(text, hit.start);
      tried = 0;
    }
    if (run.end - run.start < shortestRun) continue;
    const shift = (((hit.start - hit.phase - run.start) % 4) + 4) % 4;
    if (tried & (1 << shift)) continue;
    tried |= 1 << shift;
    while (next < covered.length && (covered[next]?.end ?? 0) < run.end) next++;
    if ((covered[next]?.start ?? run.end) <= run.start) continue;
    const decoded = new TextDecoder().decode(decodeBase64(text.slice(run.start + shift, run.end)));
    const [inner] = scan(decoded);
    if (inner) found.push({ ...inner, ...run });
  }
  return found;
}

function runAround(text: string, at: number): { start: number; end: number } {
  let start = at;
  while (start > 0 && isBase64(text.charCodeAt(start - 1))) start--;
  // The two digits of an escaped character are not of the run.
  if (text[start - 1] === "%" && start + 2 <= at) start += 2;
  let end = at;
  while (end < text.length && isBase64(text.charCodeAt(end))) end++;
  while (end < text.length && text[end] === "=") end++;
  return { start, end };
}
