import { isContinuation } from "@kubin/logs";
import type { LogLine, LogStreamRef } from "@kubin/schema";

export interface LineBlock {
  /** Stays while lines come in at the end that one reads towards. */
  key: string;
  line: LogLine;
  /** Lines that go on with this one, in the order of the stream. */
  more: LogLine[];
}

/**
 * Lines with those that go on with them: frames of a stack trace stand directly below their message in one stream.
 * Where earlier lines come in, a message is found after its frames: what stays of a block then is its last line.
 */
export function foldLines(lines: readonly LogLine[], from: "last" | "first"): LineBlock[] {
  const blocks: LineBlock[] = [];
  const lastOf = new Map<string, { block: LineBlock; line: LogLine }>();
  for (const line of lines) {
    const stream = streamKey(line);
    const last = lastOf.get(stream);
    const follows = last?.line.line === line.line - 1 && goesOn(line, last.line);
    if (last && follows) {
      last.block.more.push(line);
      last.line = line;
    } else {
      const block = { key: lineKey(line), line, more: [] };
      blocks.push(block);
      lastOf.set(stream, { block, line });
    }
  }
  if (from === "last") for (const block of blocks) block.key = `block ${lineKey(block.more.at(-1) ?? block.line)}`;
  return blocks;
}

function goesOn(line: LogLine, before: LogLine): boolean {
  return line.continues === true || isContinuation(line.message, before.message);
}

export function streamKey({ namespace, pod, container, source }: LogStreamRef): string {
  return [namespace, pod, container, source].join("/");
}

export function lineKey(line: LogLine): string {
  return `${streamKey(line)}/${line.line}`;
}
