import type { Marks } from "../marks.ts";
import type { Finding } from "../scanner.ts";
import { binaryText, lineText } from "./line-text.ts";
import type { MaskedLine } from "./masked-line.ts";

interface Opts {
  marks: Marks;
  onFinding: ((found: MaskedLine) => void) | undefined;
  /** Number of the first line. */
  line: number;
  /** Takes one character for each byte. */
  bytewise?: boolean;
}

const beforeLength = 200;

interface Scanned {
  bytes: Uint8Array;
  /** By position of the bytes' text, none overlapping. An empty rule stands for what is taken out without a mark. */
  findings: readonly Finding[];
}

/** The bytes with marks in the place of findings, in pieces; what goes over lines gets a mark on each. */
export function maskText({ bytes, findings }: Scanned, opts: Opts): Uint8Array[] {
  if (findings.length === 0) return [bytes];
  const { text, byteAt } = opts.bytewise ? binaryText(bytes) : lineText(bytes);
  const out: Uint8Array[] = [];
  let done = 0;
  let line = opts.line;
  let counted = 0;
  for (const finding of findings) {
    const mark = finding.rule === "" ? "" : opts.marks.of(finding.rule, finding.secret);
    for (const piece of linesOf(text, finding)) {
      const start = byteAt(piece.start);
      out.push(bytes.subarray(done, start), new TextEncoder().encode(mark));
      done = byteAt(piece.end);
    }
    if (!opts.onFinding || finding.rule === "") continue;
    line += countBreaks(text, counted, finding.start);
    counted = finding.start;
    const before = text.slice(finding.start, Math.min(finding.end, finding.start + beforeLength));
    opts.onFinding({ rule: finding.rule, line, before, mark });
  }
  out.push(bytes.subarray(done));
  return out.filter((piece) => piece.length > 0);
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Line breaks and the blanks around them stay. */
function linesOf(text: string, { start, end }: { start: number; end: number }): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    const inner = line.trim();
    const lead = line.length - line.trimStart().length;
    if (inner !== "") pieces.push({ start: from + lead, end: from + lead + inner.length });
    from += line.length + 1;
  }
  return pieces;
}
