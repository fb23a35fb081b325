import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { LogMember, LogStreamRef } from "@kubin/schema";
import type { MadePart } from "./make-parts.ts";

const linesPerMember = 50_000;
const start = Date.UTC(2021, 7, 5, 0, 0, 0);

const longStream: LogStreamRef = {
  namespace: "shop",
  pod: "busy-0",
  container: "app",
  source: "current",
};

/** One stream of `total` lines: those given again and again, each 10 ms after the one before. A part per 50,000 lines. */
export function* longStreamParts(messages: readonly string[], total: number): Generator<MadePart> {
  for (let firstLine = 0; firstLine < total; firstLine += linesPerMember) {
    const lines = Math.min(linesPerMember, total - firstLine);
    let text = "";
    for (let line = firstLine; line < firstLine + lines; line++) {
      text += `${new Date(start + line * 10).toISOString()} ${messages[line % messages.length]}\n`;
    }
    const raw = Buffer.from(text);
    const bytes = gzipSync(raw, { level: 1 });
    const member: LogMember = { ...longStream, offset: 0, length: bytes.length, firstLine, lines, bytes: raw.length };
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    yield {
      entry: { type: "logs", namespace: "shop", sha256, size: bytes.length, items: lines, members: [member] },
      bytes,
    };
  }
}
