import { createGzip, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inflateNode } from "./inflate-node.ts";

describe("unpacking gzip in Node", () => {
  it("reads member after member, and fails at what is none", async () => {
    async function* chunks(...parts: Uint8Array[]) {
      yield* parts;
    }
    const two = Buffer.concat([gzipSync("one\n"), gzipSync("two\n")]);
    let text = "";
    for await (const chunk of inflateNode(chunks(two), "gzip")) text += Buffer.from(chunk).toString();
    expect(text).toBe("one\ntwo\n");
    text = "";
    for await (const chunk of inflateNode(chunks(two, new Uint8Array(5000)), "gzip"))
      text += Buffer.from(chunk).toString();
    expect(text).toBe("one\ntwo\n");
    text = "";
    const reading = (async () => {
      for await (const chunk of inflateNode(chunks(two, Buffer.from("garbage")), "gzip"))
        text += Buffer.from(chunk).toString();
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
    for await (const chunk of inflateNode(chunks(), "gzip")) {
      bytes += chunk.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(bytes).toBe(200 * 1024 * 1024);
    expect(most).toBeLessThan(150 * 1024 * 1024);
  });
});
