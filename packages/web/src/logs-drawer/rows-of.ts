import type { LogLine } from "@kubin/schema";
import { type LineBlock, lineKey } from "./fold-lines.ts";

export interface Row {
  id: string;
  line: LogLine;
  inside: boolean;
  folded: number;
  unfolded: boolean;
}

/** Blocks as rows: those that were unfolded with all their lines. */
export function rowsOf(blocks: readonly LineBlock[], unfolded: ReadonlySet<string>): Row[] {
  return blocks.flatMap(({ key, line, more }) => {
    const isOpen = unfolded.has(key);
    const head = { id: key, line, inside: false, folded: more.length, unfolded: isOpen };
    if (!isOpen) return [head];
    return [head, ...more.map((one) => ({ id: lineKey(one), line: one, inside: true, folded: 0, unfolded: false }))];
  });
}
