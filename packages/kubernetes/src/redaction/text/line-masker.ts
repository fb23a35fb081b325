import type { Finding, Scanner } from "../scanner.ts";
import { concatBytes } from "./concat-bytes.ts";
import { lineText } from "./line-text.ts";
import { createLongLineMasker, type LongLineMasker, windowBytes } from "./long-line-masker.ts";
import { maskText } from "./mask-text.ts";
import type { RedactLinesOptions } from "./masked-line.ts";

export interface LineMasker {
  /** What is settled by now. */
  push(chunk: Uint8Array): Uint8Array[];
  end(): Uint8Array[];
}

/** A key of 16,384 bits has 200 lines; a name and its value two. What is longer is looked at piece by piece. */
const maxUnitLines = 512;
const maxUnitBytes = 131_072;
const lineFeed = 10;

/**
 * Cuts content into units: a line, or several where a secret goes over lines. A unit grows by doubling from its first
 * line, so that its extent depends on the content alone, never on how it came in chunks.
 */
export function createLineMasker(opts: RedactLinesOptions): LineMasker {
  let held: Uint8Array[] = [];
  let long: LongLineMasker | undefined;
  let line = 1;
  const told = opts.onFinding;

  function pass(bytes: Uint8Array, out: Uint8Array[]): void {
    if (bytes.length === 0) return;
    out.push(bytes);
    if (told) line += countLines(bytes);
  }

  function mask({ bytes, findings }: Unit, out: Uint8Array[]): void {
    if (findings) out.push(...maskText({ bytes, findings }, { marks: opts.marks, onFinding: told, line }));
    else {
      const longLine = createLongLineMasker({ ...opts, line });
      out.push(...longLine.push(bytes), ...longLine.end());
    }
    if (told) line += countLines(bytes);
  }

  /** Puts out what is settled; returns how many bytes of `data` that were. */
  function settle(data: Uint8Array, out: Uint8Array[], isLast: boolean): number {
    const complete = isLast ? data.length : data.lastIndexOf(lineFeed) + 1;
    let at = 0;
    let from = 0;
    while (from < complete) {
      const hit = opts.scanner.suspect(data.subarray(0, complete), from);
      if (hit < 0) break;
      const start = hit === from ? from : Math.max(from, data.lastIndexOf(lineFeed, hit - 1) + 1);
      pass(data.subarray(at, start), out);
      at = start;
      const unit = unitAt(data.subarray(0, complete), { start: at, isLast, scanner: opts.scanner });
      if (unit === "incomplete") return at;
      mask(unit, out);
      at += unit.bytes.length;
      from = at;
    }
    pass(data.subarray(at, complete), out);
    return complete;
  }

  function push(chunk: Uint8Array): Uint8Array[] {
    const out: Uint8Array[] = [];
    let rest = chunk;
    if (long) {
      const newline = rest.indexOf(lineFeed);
      out.push(...long.push(newline < 0 ? rest : rest.subarray(0, newline + 1)));
      if (newline < 0) return out;
      out.push(...long.end());
      long = undefined;
      line++;
      rest = rest.subarray(newline + 1);
    }
    if (rest.length === 0) return out;
    const waiting = held.reduce((sum, bytes) => sum + bytes.length, 0) + rest.length;
    if (!rest.includes(lineFeed) && waiting <= windowBytes) {
      held.push(rest.slice());
      return out;
    }
    const data = held.length === 0 ? rest : concatBytes([...held, rest]);
    const settled = settle(data, out, false);
    const kept = data.subarray(settled);
    held = kept.length === 0 ? [] : [kept.slice()];
    const lineStart = kept.lastIndexOf(lineFeed) + 1;
    if (kept.length - lineStart > windowBytes) {
      // Nothing but a line without an end in sight: whatever waits for more lines does so no longer.
      settle(kept.subarray(0, lineStart), out, true);
      long = createLongLineMasker({ ...opts, line });
      out.push(...long.push(kept.subarray(lineStart)));
      held = [];
    }
    return out;
  }

  function end(): Uint8Array[] {
    const out: Uint8Array[] = [];
    if (long) out.push(...long.end());
    else settle(concatBytes(held), out, true);
    held = [];
    return out;
  }

  return { push, end };
}

interface Unit {
  bytes: Uint8Array;
  /** By position of its text; undefined where it is too long to be scanned as one. */
  findings: Finding[] | undefined;
}

interface UnitOptions {
  start: number;
  isLast: boolean;
  scanner: Scanner;
}

/** The unit that starts at `start`, or "incomplete" where it takes lines that have not come yet. */
function unitAt(data: Uint8Array, { start, isLast, scanner }: UnitOptions): Unit | "incomplete" {
  for (let lines = 1; ; lines *= 2) {
    const { stop, isWhole } = endOfLines(data, start, lines);
    if (!isWhole && stop === data.length && !isLast) return "incomplete";
    const bytes = data.subarray(start, stop);
    if (bytes.length > windowBytes) return { bytes, findings: undefined };
    const { text } = lineText(bytes);
    const { findings, openFrom } = scanner.scanLines(withoutLineEnd(text));
    const line = openFrom === undefined ? 0 : startOfLine(bytes, text.slice(0, openFrom));
    // What stands ahead of the open line is settled, and that line starts a unit of its own.
    if (line > 0)
      return { bytes: bytes.subarray(0, line), findings: findings.filter((one) => one.start < (openFrom ?? 0)) };
    if (openFrom === undefined || !isWhole || lines >= maxUnitLines || bytes.length > maxUnitBytes)
      return { bytes, findings };
  }
}

function withoutLineEnd(text: string): string {
  if (!text.endsWith("\n")) return text;
  return text.slice(0, text.endsWith("\r\n") ? -2 : -1);
}

/** First byte of the line behind `ahead`, which ends with a line break or is empty. */
function startOfLine(bytes: Uint8Array, ahead: string): number {
  let at = 0;
  for (let line = ahead.split("\n").length - 1; line > 0; line--) at = bytes.indexOf(lineFeed, at) + 1;
  return at;
}

/** Position behind so many lines; not whole where the content, or a line too long to be part of a unit, comes first. */
function endOfLines(data: Uint8Array, start: number, lines: number): { stop: number; isWhole: boolean } {
  let at = start;
  for (let line = 0; line < lines; line++) {
    const newline = data.indexOf(lineFeed, at);
    const next = newline < 0 ? data.length : newline + 1;
    if (line > 0 && next - at > windowBytes) return { stop: at, isWhole: false };
    if (newline < 0) return { stop: data.length, isWhole: false };
    at = next;
  }
  return { stop: at, isWhole: true };
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
