import { createGzip, gzipSync } from "node:zlib";
import fc from "fast-check";
import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { gunzipNode } from "./gunzip-node.ts";
import { gunzipWeb } from "./gunzip-web.ts";
import { problemLog } from "./problem-log.ts";
import { readTar } from "./read-tar.ts";

const blockBytes = 512;

/** A tar of many large files, made as it is asked for; tells how much was asked for. */
async function endlessTar(files: number, fileBytes: number) {
  const one = await packTar([{ header: { name: "file", size: fileBytes }, body: new Uint8Array(fileBytes).fill(120) }]);
  const entry = one.subarray(0, blockBytes + Math.ceil(fileBytes / blockBytes) * blockBytes);
  const state = { asked: 0 };
  async function* chunks() {
    for (let n = 0; n < files; n++) {
      for (let at = 0; at < entry.length; at += 65_536) {
        const chunk = entry.slice(at, at + 65_536);
        state.asked += chunk.length;
        yield chunk;
      }
    }
    yield new Uint8Array(1024);
  }
  return { state, chunks };
}

describe("reading a tar", () => {
  it("asks for little more than what was read, and stops asking when its reader leaves", async () => {
    const { state, chunks } = await endlessTar(100, 3_000_000);
    const problems = problemLog();
    let read = 0;
    let ahead = 0;
    for await (const entry of readTar(chunks(), problems)) {
      for await (const chunk of entry.content()) {
        read += chunk.length;
        ahead = Math.max(ahead, state.asked - read);
      }
      if (read > 60_000_000) break;
    }
    expect(ahead).toBeLessThan(4 * 1024 * 1024);
    const atEnd = state.asked;
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.asked).toBe(atEnd);
    expect(state.asked).toBeLessThan(70_000_000);
    expect(problems.all()).toEqual([]);
  });

  it("passes over contents that nobody reads", async () => {
    const { state, chunks } = await endlessTar(20, 2_500_000);
    let entries = 0;
    for await (const entry of readTar(chunks(), problemLog())) entries += entry.size === 2_500_000 ? 1 : 0;
    expect(entries).toBe(20);
    expect(state.asked).toBeGreaterThan(50_000_000);
  });
});

describe.each([
  ["in Node", gunzipNode],
  ["in a browser", gunzipWeb],
])("unpacking gzip %s", (_, gunzip) => {
  async function unpack(bytes: Uint8Array, size = 1000): Promise<{ text: Buffer; failed: boolean }> {
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const out: Uint8Array[] = [];
    try {
      for await (const chunk of gunzip(chunks())) out.push(chunk.slice());
    } catch (error) {
      expect(error).toMatchObject({ code: "BAD_INPUT" });
      return { text: Buffer.concat(out), failed: true };
    }
    return { text: Buffer.concat(out), failed: false };
  }

  it("gives the content of any bytes in any chunks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 700 }), async (bytes, size) => {
        const { text, failed } = await unpack(gzipSync(bytes), size);
        expect(failed).toBe(false);
        expect(text.equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("gives what is readable of data that is cut, then fails", async () => {
    const content = Buffer.from(Array.from({ length: 20_000 }, (_, n) => `line ${n * 7919}\n`).join(""));
    const packed = gzipSync(content);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: packed.length - 1 }), async (length) => {
        const { text, failed } = await unpack(packed.subarray(0, length), 4096);
        expect(failed).toBe(true);
        expect(text.equals(content.subarray(0, text.length))).toBe(true);
        // All but what the last step of the unpacking holds.
        expect(text.length).toBeGreaterThan((length / packed.length) * content.length - 200_000);
      }),
      { numRuns: 30 },
    );
  });
});

describe("unpacking gzip in Node", () => {
  it("reads member after member, and fails at what is none", async () => {
    async function* chunks(...parts: Uint8Array[]) {
      yield* parts;
    }
    const two = Buffer.concat([gzipSync("one\n"), gzipSync("two\n")]);
    let text = "";
    for await (const chunk of gunzipNode(chunks(two))) text += Buffer.from(chunk).toString();
    expect(text).toBe("one\ntwo\n");
    text = "";
    for await (const chunk of gunzipNode(chunks(two, new Uint8Array(5000)))) text += Buffer.from(chunk).toString();
    expect(text).toBe("one\ntwo\n");
    text = "";
    const reading = (async () => {
      for await (const chunk of gunzipNode(chunks(two, Buffer.from("garbage")))) text += Buffer.from(chunk).toString();
    })();
    await expect(reading).rejects.toMatchObject({ code: "BAD_INPUT" });
    expect(text).toBe("one\ntwo\n");
  });

  it("holds a bomb's output to what one slice gives", async () => {
    const gzip = createGzip();
    const zeros = Buffer.alloc(1024 * 1024);
    const writing = (async () => {
      for (let n = 0; n < 200; n++) await new Promise((resolve) => gzip.write(zeros, resolve));
      gzip.end();
    })();
    const packed: Buffer[] = [];
    for await (const chunk of gzip) packed.push(chunk);
    await writing;
    async function* chunks() {
      yield Buffer.concat(packed);
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let bytes = 0;
    for await (const chunk of gunzipNode(chunks())) {
      bytes += chunk.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(bytes).toBe(200 * 1024 * 1024);
    expect(most).toBeLessThan(150 * 1024 * 1024);
  });
});
