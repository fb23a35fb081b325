import { createHash, randomBytes, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeMultipart } from "./multipart-contract.ts";
import type { ObjectStoreUnderTest } from "./object-store-under-test.ts";

interface Made {
  key: string;
  bytes: Uint8Array;
  sha256: string;
}

/** What every object store must do. `open` gives an empty store; the suite closes it. */
export function describeObjectContract(name: string, open: () => Promise<ObjectStoreUnderTest>): void {
  describe(`objects: ${name}`, () => {
    let store: ObjectStoreUnderTest;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const make = (size: number, snapshotId: string = randomUUID()): Made => {
      const bytes = randomBytes(size);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { key: `snapshots/${snapshotId}/resources/kube-system/${sha256}`, bytes, sha256 };
    };
    const soon = (): Date => new Date(Date.now() + 60_000);
    const sign = async ({ key, bytes, sha256 }: Made, expiresAt = soon()) =>
      store.objects.signUpload({ key, size: bytes.length, sha256, expiresAt });
    const put = async (made: Made, body: Uint8Array = made.bytes): Promise<Response> => {
      const { url, headers } = await sign(made);
      return store.send(url, { method: "PUT", headers, body });
    };
    const stored = async (size: number, snapshotId?: string): Promise<Made> => {
      const made = make(size, snapshotId);
      expect((await put(made)).ok).toBe(true);
      return made;
    };
    const read = async (key: string, range?: { start: number; end: number }): Promise<Buffer> => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of store.objects.read(key, range)) chunks.push(chunk);
      return Buffer.concat(chunks);
    };
    const keysBelow = async (prefix: string): Promise<string[]> => {
      const keys: string[] = [];
      for await (const { key } of store.objects.list(prefix)) keys.push(key);
      return keys.sort();
    };

    test("a signed PUT stores the bytes", async () => {
      const made = await stored(300_000);
      expect(await store.objects.size(made.key)).toBe(300_000);
      expect((await read(made.key)).equals(made.bytes)).toBe(true);
    });

    test("the same PUT again, also at the same time, changes nothing", async () => {
      const made = make(50_000);
      const answers = await Promise.all([put(made), put(made), put(made)]);
      expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
      expect((await put(made)).ok).toBe(true);
      expect((await read(made.key)).equals(made.bytes)).toBe(true);
    });

    test.each([
      ["other bytes of the same length", (bytes: Uint8Array) => bytes.map((byte) => byte ^ 1)],
      ["a byte too many", (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from("x")])],
      ["a byte too few", (bytes: Uint8Array) => bytes.subarray(1)],
      ["nothing", () => new Uint8Array()],
    ])("%s is refused and leaves nothing", async (_what, change) => {
      const made = make(10_000);
      expect((await put(made, change(made.bytes))).ok).toBe(false);
      expect(await store.objects.size(made.key)).toBeUndefined();
    });

    test("an upload URL that is over is refused", async () => {
      const made = make(100);
      const { url, headers } = await sign(made, new Date(Date.now() - 1_000));
      expect((await store.send(url, { method: "PUT", headers, body: made.bytes })).status).toBe(403);
      expect(await store.objects.size(made.key)).toBeUndefined();
    });

    test("an upload URL stores nothing under another key and shows nothing", async () => {
      const [mine, other] = [make(100), await stored(100)];
      const { url, headers } = await sign(mine);
      const moved = url.replace(mine.key, other.key);
      expect((await store.send(moved, { method: "PUT", headers, body: mine.bytes })).ok).toBe(false);
      expect((await store.send(moved)).ok).toBe(false);
      expect((await read(other.key)).equals(other.bytes)).toBe(true);
    });

    test("a signed download is an attachment with its name", async () => {
      const made = await stored(100_000);
      const filename = 'pod "web"/ü\r\nX-Evil: 1.yaml';
      const url = await store.objects.signDownload({ key: made.key, filename, gunzip: false, expiresAt: soon() });
      const answer = await store.send(url);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment\b/);
      expect(answer.headers.get("x-evil")).toBeNull();
      expect(answer.headers.get("content-type")).not.toMatch(/html|svg|xml|javascript/);
      expect(Buffer.from(await answer.arrayBuffer()).equals(made.bytes)).toBe(true);
    });

    test("a download with gunzip says so to the client", async () => {
      const bytes = gzipSync("plain text");
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const key = `snapshots/${randomUUID()}/bundle/_cluster/${sha256}`;
      await put({ key, bytes, sha256 });
      const url = await store.objects.signDownload({ key, filename: "a.txt", gunzip: true, expiresAt: soon() });
      expect((await store.send(url)).headers.get("content-encoding")).toBe("gzip");
    });

    test("a download URL that is over, or of no object, is refused", async () => {
      const { key } = await stored(10);
      const over = await store.objects.signDownload({
        key,
        filename: "a",
        gunzip: false,
        expiresAt: new Date(Date.now() - 1),
      });
      expect((await store.send(over)).status).toBe(403);
      const none = await store.objects.signDownload({
        key: make(1).key,
        filename: "a",
        gunzip: false,
        expiresAt: soon(),
      });
      expect((await store.send(none)).status).toBe(404);
    });

    test("reads ranges, the end exclusive, and as much as there is", async () => {
      const { key, bytes } = await stored(200_000);
      for (const [start, end] of [
        [0, 1],
        [70_000, 140_001],
        [199_999, 200_000],
        [5, 5],
        [199_990, 300_000],
      ] as const) {
        expect((await read(key, { start, end })).equals(bytes.subarray(start, end))).toBe(true);
      }
    });

    test("a reader may leave in mid-object", async () => {
      const { key } = await stored(3_000_000);
      let bytes = 0;
      for await (const chunk of store.objects.read(key)) {
        bytes += chunk.length;
        break;
      }
      expect(bytes).toBeLessThan(3_000_000);
    });

    test("an object that is not there has no size and cannot be read", async () => {
      const { key } = make(1);
      expect(await store.objects.size(key)).toBeUndefined();
      await expect(read(key)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(read(key, { start: 0, end: 0 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    });

    test("lists and deletes one snapshot and no other", async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      const mine = [await stored(10, first), await stored(20, first), await stored(30, first)];
      const other = await stored(40, second);
      expect(await keysBelow(`snapshots/${first}/`)).toEqual(mine.map(({ key }) => key).sort());
      expect(await store.objects.deletePrefix(`snapshots/${first}/`)).toBe(3);
      expect(await keysBelow(`snapshots/${first}/`)).toEqual([]);
      expect(await store.objects.deletePrefix(`snapshots/${first}/`)).toBe(0);
      expect(await keysBelow(`snapshots/${second}/`)).toEqual([other.key]);
    });

    describeMultipart(() => store);

    test("answers a ping", async () => {
      await expect(store.objects.ping()).resolves.toBeUndefined();
    });
  });
}
