import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { openSource } from "@kubin/archives";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";

describe("an archive that is cut or damaged anywhere", () => {
  const gz = readFileSync(new URL("fixtures/omc-must-gathers.tar.gz", import.meta.url));
  const tar = gunzipSync(gz);
  // The fixture packs to 3 kB; stored blocks spread damage over the content.
  const stored = gzipSync(tar, { level: 0 });
  let folder: string;
  let whole: Unpacked;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kubin-truncated-"));
    whole = await packFile(tar);
  });
  afterAll(() => rm(folder, { recursive: true }));

  // A redactor takes longer to build than the fixture to pack; damage is the subject here.
  async function packFile(bytes: Uint8Array, keepSecrets = true): Promise<Unpacked> {
    const path = join(folder, "bundle");
    await writeFile(path, bytes);
    await using source = await openSource({ path, spoolDir: folder });
    return await packAll(source, { bundle: { layout: "must-gather", root: "" }, redaction: { keepSecrets } });
  }

  it("keeps what came before, whole objects only, and tells it", async () => {
    expect(whole.manifest.truncated).toBe(false);
    const names = new Set(whole.records.map(({ object }) => JSON.stringify(object)));
    const lines = whole.logs.get("test-namespace/test-pod/test-container/current")?.text ?? "";
    // What lies behind the last entry is padding: without some of it a tar is whole.
    for (const [bytes, end] of [
      [tar, tar.findLastIndex((byte) => byte !== 0)],
      [gz, gz.length - 1],
      [stored, stored.length - 1],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1024, max: end }), async (length) => {
          const packed = await packFile(bytes.subarray(0, length));
          expect(packed.manifest.coverage.filter(({ kind }) => kind === "cut").length).toBeGreaterThan(0);
          expect(packed.manifest.truncated).toBe(true);
          for (const { object } of packed.records) expect(names).toContain(JSON.stringify(object));
          for (const { text } of packed.logs.values()) expect(lines.startsWith(text)).toBe(true);
        }),
        { numRuns: 40 },
      );
    }
  });

  it("never throws, whichever bytes are wrong", async () => {
    for (const bytes of [tar, stored]) {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 512, max: bytes.length - 1 }),
          fc.uint8Array({ minLength: 1, maxLength: 600 }),
          async (at, wrong) => {
            const damaged = new Uint8Array(bytes);
            damaged.set(wrong.subarray(0, bytes.length - at), at);
            await packFile(damaged, at % 8 !== 0);
          },
        ),
        { numRuns: 60 },
      );
    }
  });
});
