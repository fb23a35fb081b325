import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { problemLog } from "../problem-log.ts";
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
