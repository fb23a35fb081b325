import type { Finding } from "../scanner.ts";
import { concatBytes } from "./concat-bytes.ts";
import { binaryText } from "./line-text.ts";
import { maskText } from "./mask-text.ts";
import type { RedactLinesOptions } from "./masked-line.ts";
import { mergeFindings } from "./merge-findings.ts";

export interface LongLineMasker {
  push(bytes: Uint8Array): Uint8Array[];
  end(): Uint8Array[];
}

/** Lines up to here are scanned as one; readers behind cut at the same length. */
export const windowBytes = 1_048_576;
/** Each window but the last settles all but this much, in which the next one begins: longer than any one secret with its name. */
const overlapBytes = 65_536;
const stepBytes = windowBytes - overlapBytes;

/** A line too long for one piece, in overlapping windows at fixed places of the line. */
export function createLongLineMasker(opts: RedactLinesOptions & { line: number }): LongLineMasker {
  let held: Uint8Array[] = [];
  let length = 0;
  /** Found by the window before, in bytes of the next one; with an empty rule where the mark is already out. */
  let carried: Finding[] = [];

  function step(window: Uint8Array, isLast: boolean): Uint8Array[] {
    const settled = isLast ? window.length : stepBytes;
    const before = carried.map((one) => ({ ...one, end: one.end < 0 ? runEnd(window, -one.end) : one.end }));
    carried = [];
    // One character for each byte: windows cut characters in two, and positions must fit from one to the next.
    const all = mergeFindings([...before, ...opts.scanner.scan(binaryText(window).text)]);
    const kept: Finding[] = [];
    for (const one of all) {
      const isCut = !isLast && one.end >= window.length;
      if (one.start < settled) kept.push({ ...one, end: Math.min(one.end, settled) });
      if (one.end <= settled && !isCut) continue;
      const rest = {
        ...one,
        start: Math.max(0, one.start - settled),
        end: isCut ? settled - window.length : one.end - settled,
      };
      carried.push(one.start < settled ? { ...rest, rule: "" } : rest);
    }
    return maskText(
      { bytes: window.subarray(0, settled), findings: kept },
      { marks: opts.marks, onFinding: opts.onFinding, line: opts.line, bytewise: true },
    );
  }

  return {
    push(bytes) {
      held.push(bytes.slice());
      length += bytes.length;
      if (length <= windowBytes) return [];
      let data = concatBytes(held);
      const out: Uint8Array[] = [];
      while (data.length > windowBytes) {
        out.push(...step(data.subarray(0, windowBytes), false));
        data = data.subarray(stepBytes);
      }
      held = [data.slice()];
      length = data.length;
      return out;
    },
    end: () => step(concatBytes(held), true),
  };
}

/** A secret that reached the end of its window goes on until a blank or a quote. */
function runEnd(window: Uint8Array, from: number): number {
  let at = from;
  while (at < window.length && !isBreak(window[at] ?? 0)) at++;
  return at;
}

function isBreak(byte: number): boolean {
  return byte <= 32 || byte === 34 || byte === 39 || byte === 96;
}
