import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMarks } from "../redaction/marks.ts";
import { redactLines } from "../redaction/redact-lines.ts";
import { createScanner } from "../redaction/text/create-scanner.ts";
import { concat } from "./gzip.ts";
import { maxLineBytes, maxMemberBytes, maxMemberLines, type RawMember, splitMembers } from "./split-members.ts";

const redaction = { scanner: createScanner(), marks: createMarks(new Uint8Array(32)) };
const utf8 = (text: string) => new TextEncoder().encode(text);

async function split(bytes: Uint8Array, sizes: number[] = [65_536]) {
  async function* chunks() {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  const members: RawMember[] = [];
  const cuts: number[] = [];
  for await (const member of splitMembers(redactLines(chunks(), redaction), { onCut: (line) => cuts.push(line) }))
    members.push(member);
  return { members, cuts };
}

/** Lines as `wc -l` counts them, and one more when the last has no line feed. */
function linesOf(bytes: Uint8Array): number {
  const feeds = bytes.filter((byte) => byte === 10).length;
  return feeds + (bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0);
}

describe("members of a log", () => {
  it("hold the bytes as they are, in any chunks, and cut at line ends alone", async () => {
    const line = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(utf8("a\r\n"), utf8("\n\n"), utf8("é\n")));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 }),
        async (pieces, sizes) => {
          const bytes = concat(pieces);
          const { members, cuts } = await split(bytes, sizes);
          expect(Buffer.from(concat(members.map((member) => member.bytes)))).toEqual(Buffer.from(bytes));
          expect(members.reduce((sum, member) => sum + member.lines, 0)).toBe(linesOf(bytes));
          expect(cuts).toEqual([]);
        },
      ),
    );
  });

  it("are bounded in lines and bytes, and the borders do not depend on the chunks", async () => {
    const many = utf8("x\n".repeat(maxMemberLines + 1));
    const large = utf8(`${"y".repeat(1000)}\n`.repeat(10_000));
    for (const bytes of [many, large]) {
      const { members } = await split(bytes);
      expect(members.length).toBeGreaterThan(1);
      let next = 0;
      for (const member of members) {
        expect(member.firstLine).toBe(next);
        expect(member.lines).toBe(linesOf(member.bytes));
        expect(member.lines).toBeLessThanOrEqual(maxMemberLines);
        expect(member.bytes.length).toBeLessThanOrEqual(maxMemberBytes);
        next += member.lines;
      }
      const borders = members.map(({ firstLine }) => firstLine);
      expect((await split(bytes, [4097, 13])).members.map(({ firstLine }) => firstLine)).toEqual(borders);
    }
  });

  it("cut lines over 1 MiB, keep their number and no half character", async () => {
    const long = `${"a".repeat(maxLineBytes - 1)}éééé`;
    for (const sizes of [[65_536], [1_000_003], [4_000_000]]) {
      const { members, cuts } = await split(utf8(`one\n${long}\nthree\n${long}`), sizes);
      const lines = new TextDecoder().decode(concat(members.map(({ bytes }) => bytes))).split("\n");
      expect(lines).toEqual(["one", "a".repeat(maxLineBytes - 1), "three", "a".repeat(maxLineBytes - 1)]);
      expect(cuts).toEqual([1, 3]);
    }
    const exact = utf8(`${"b".repeat(maxLineBytes)}\n`);
    expect((await split(exact)).cuts).toEqual([]);
  });
});
