import { array, assert, asyncProperty, constantFrom, uint8Array } from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { maxLineBytes, splitLineBatches, splitLines } from "./split-lines.ts";

async function* stream(...chunks: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
}

async function linesOf(...chunks: (Uint8Array | string)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of splitLines(stream(...chunks))) lines.push(new TextDecoder("latin1").decode(line));
  return lines;
}

describe("splitLines", () => {
  it("cuts at line feeds; a last line without one counts, an empty rest does not", async () => {
    expect(await linesOf("a\n\nb\r\n")).toEqual(["a", "", "b\r"]);
    expect(await linesOf("a\nb")).toEqual(["a", "b"]);
    expect(await linesOf("\n")).toEqual([""]);
    expect(await linesOf()).toEqual([]);
  });

  it("gives the same lines however the stream is cut, and all bytes", async () => {
    const piece = array(constantFrom(10, 97, 255, 0), { maxLength: 12 }).map((bytes) => Uint8Array.from(bytes));
    await assert(
      asyncProperty(array(piece), uint8Array({ maxLength: 5 }), async (chunks, last) => {
        const all = Uint8Array.from([...chunks.flatMap((chunk) => [...chunk]), ...last]);
        const text = new TextDecoder("latin1").decode(all);
        const expected = text.split("\n");
        if (expected.at(-1) === "") expected.pop();
        expect(await linesOf(...chunks, last)).toEqual(expected);
        expect(await linesOf(all)).toEqual(expected);
      }),
    );
  });

  it("keeps a line that spans chunks when the producer reuses its buffer", async () => {
    const buffer = new Uint8Array(2);
    async function* reusing(): AsyncGenerator<Uint8Array> {
      for (const text of ["ab", "cd", "\ne"]) {
        new TextEncoder().encodeInto(text, buffer);
        yield buffer;
      }
    }
    const lines: string[] = [];
    for await (const line of splitLines(reusing())) lines.push(new TextDecoder().decode(line));
    expect(lines).toEqual(["abcd", "e"]);
  });

  it("copies the bytes of a line of 20 MB twice at most, in however many chunks it comes", async () => {
    const chunk = new Uint8Array(4096).fill(120);
    const chunks = Array.from({ length: 20 * 256 }, () => chunk);
    const typedArray: Uint8Array = Object.getPrototypeOf(Uint8Array.prototype);
    const [set, slice] = [vi.spyOn(typedArray, "set"), vi.spyOn(typedArray, "slice")];
    const lengths: number[] = [];
    for await (const lines of splitLineBatches(stream(...chunks))) lengths.push(...lines.map(({ length }) => length));
    const copied = [
      ...set.mock.calls.map(([bytes]) => bytes.length),
      ...slice.mock.results.map(({ value }) => value.length),
    ];
    vi.restoreAllMocks();
    expect(lengths).toEqual([20 * 1024 * 1024]);
    expect(copied.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(2 * 20 * 1024 * 1024);
  });

  it("refuses a line that would not fit in memory", async () => {
    const chunk = new Uint8Array(8 * 1024 * 1024).fill(120);
    const chunks = Array.from({ length: maxLineBytes / chunk.length + 1 }, () => chunk);
    await expect(linesOf(...chunks)).rejects.toMatchObject({ code: "TOO_LARGE" });
  });
});
