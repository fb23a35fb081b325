import type { LogStreamRef } from "@kubin/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitLogBlocks, withoutLogBlocks } from "./split-log-blocks.ts";

const encoder = new TextEncoder();

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString("latin1");
}

async function split(text: string, sizes: readonly number[] = [1 << 16]) {
  const bytes = Buffer.from(text, "latin1");
  const logs: [string, string][] = [];
  const failed: string[] = [];
  const nameOf = ({ namespace, pod, container }: LogStreamRef) => `${namespace}/${pod}/${container}`;
  for await (const block of splitLogBlocks(inChunks(bytes, sizes), (stream) => failed.push(nameOf(stream)))) {
    logs.push([nameOf(block.stream), await textOf(block.content)]);
  }
  return { logs, failed, rest: await textOf(withoutLogBlocks(inChunks(bytes, sizes))) };
}

const mark = (word: string, name: string) => {
  const [namespace, pod, container] = name.split("/");
  return `==== ${word} logs for container ${container} of pod ${namespace}/${pod} ====`;
};
/** As kubectl writes it: END stands behind whatever the log ends with. */
const block = (name: string, log: string) => `${mark("START", name)}\n${log}${mark("END", name)}\n`;

describe("splitLogBlocks", () => {
  it("gives the logs and what is between them back, whatever they are and in any chunks", async () => {
    const name = fc.constantFrom("a/p/c", "a/p/init", "b/web-0/c", "kube-system/coredns-1.x/d");
    const piece = fc.oneof(
      fc.constantFrom("\n", "====", "==== END logs", "x\r\n", "Request log error: no", "\n\n"),
      name.map((other) => `${mark("START", other)}\n`),
      name.map((other) => mark("END", other)),
      fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
    );
    // Objects between the logs: JSON has no line that begins like a mark.
    const between = fc.constantFrom("", "{}\n", '{\n  "a": "==== START logs for container c of pod a/p ===="\n}\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, fc.array(piece, { maxLength: 6 }), between), { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
        async (parts, sizes) => {
          const blocks = parts
            .map(([where, pieces, text]) => ({ where, log: pieces.join(""), text }))
            // A log with its own END at the end of a line cannot be told from two.
            .filter(({ where, log }) => !new RegExp(`${mark("END", where)}(\r?\n|$)`).test(log))
            // The mark of UTF-16 makes the file another one.
            .filter(({ log }) => !log.startsWith("ÿþ"));
          const text = blocks.map(({ where, log, text }) => text + block(where, log)).join("");
          const { logs, failed, rest } = await split(text, sizes);
          const isError = (log: string) => /^Request log error: [^\n]*\n$/.test(log);
          expect(logs).toEqual(blocks.filter(({ log }) => !isError(log)).map(({ where, log }) => [where, log]));
          expect(failed).toEqual(blocks.filter(({ log }) => isError(log)).map(({ where }) => where));
          expect(rest).toBe(blocks.map(({ text }) => text).join(""));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("takes END away that is glued to the last line", async () => {
    const { logs } = await split(block("a/p/c", "one\ntwo") + block("a/p/d", "three\n"));
    expect(logs).toEqual([
      ["a/p/c", "one\ntwo"],
      ["a/p/d", "three\n"],
    ]);
  });

  it.each(["Request log error: the server rejected our request\n", "Create log request error: no such pod\n"])(
    "tells an error in the place of a log: %s",
    async (error) => {
      const { logs, failed } = await split(block("a/p/c", error) + block("a/p/d", "x\n"));
      expect(failed).toEqual(["a/p/c"]);
      expect(logs).toEqual([["a/p/d", "x\n"]]);
    },
  );

  it("keeps a log that begins like an error and goes on", async () => {
    const log = "Request log error: said the program itself\nand went on\n";
    const { logs, failed } = await split(block("a/p/c", log), [7]);
    expect([logs, failed]).toEqual([[["a/p/c", log]], []]);
  });

  it("keeps the lines of a file that ends within a log, without a piece of END", async () => {
    const whole = block("a/p/c", "one\n");
    for (const length of [whole.length - 1, whole.length - 10, whole.length - 35]) {
      const { logs } = await split(whole.slice(0, length), [5]);
      expect(logs).toEqual([["a/p/c", "one\n"]]);
    }
  });

  it("takes no names that no cluster accepts", async () => {
    for (const name of ["a/p/<script>", "A/p/c", "a/../c", `a/${"p".repeat(300)}/c`]) {
      const { logs, rest } = await split(block(name, "x\n"));
      expect(logs).toEqual([]);
      expect(rest).toBe(block(name, "x\n"));
    }
  });

  it("passes over the rest of a log that was left before its end", async () => {
    const text = block("a/p/c", `${"x\n".repeat(1000)}${mark("START", "b/q/d")}\n`) + block("b/q/d", "y\n");
    const seen: string[] = [];
    for await (const { stream, content } of splitLogBlocks(inChunks(encoder.encode(text), [100]))) {
      seen.push(stream.pod);
      for await (const _ of content) break;
    }
    expect(seen).toEqual(["p", "q"]);
  });

  it("reads the UTF-16 that PowerShell writes", async () => {
    const text = `\uFEFF${block("a/p/c", "ü\n").replaceAll("\n", "\r\n")}`;
    const logs: string[] = [];
    for await (const { content } of splitLogBlocks(inChunks(new Uint8Array(Buffer.from(text, "utf16le")), [3]))) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk);
      logs.push(Buffer.concat(chunks).toString("utf8"));
    }
    expect(logs).toEqual(["ü\r\n"]);
  });
});
