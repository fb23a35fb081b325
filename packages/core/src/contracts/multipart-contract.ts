import { createHash, randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Multipart } from "../ports/objects.ts";
import type { ObjectStoreUnderTest } from "./object-store-under-test.ts";

/** The smallest piece that S3 joins with others behind it (docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html). */
const smallest = 5 * 1024 * 1024;
const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Objects that come in pieces. */
export function describeMultipart(store: () => ObjectStoreUnderTest): void {
  describe("multipart", () => {
    const pieces = [randomBytes(smallest), randomBytes(smallest), randomBytes(1_000)];
    const whole = Buffer.concat(pieces);
    const start = async (): Promise<Multipart> => {
      const key = `snapshots/${randomUUID()}/raw/_cluster/${digestOf(whole)}`;
      return { key, uploadId: await store().objects.startMultipart(key) };
    };
    const sign = (piece: Multipart & { number: number; bytes: Uint8Array; inMs?: number }) => {
      const { bytes, inMs = 60_000, ...named } = piece;
      const expiresAt = new Date(Date.now() + inMs);
      return store().objects.signPiece({ ...named, size: bytes.length, sha256: digestOf(bytes), expiresAt });
    };
    const put = async (upload: Multipart, number: number) => {
      const bytes = pieces[number - 1] ?? Buffer.of();
      const { url, headers } = await sign({ ...upload, number, bytes });
      return store().send(url, { method: "PUT", headers, body: bytes });
    };
    const numbers = async (upload: Multipart) =>
      (await store().objects.listPieces(upload)).map(({ number, size }) => [number, size]);
    const all = [
      [1, smallest],
      [2, smallest],
      [3, 1_000],
    ];

    test("pieces in any order, one of them twice, make the object", async () => {
      const upload = await start();
      expect(await numbers(upload)).toEqual([]);
      for (const number of [3, 1, 2, 1]) expect((await put(upload, number)).ok).toBe(true);
      expect(await numbers(upload)).toEqual(all);
      expect(await store().objects.size(upload.key)).toBeUndefined();
      await store().objects.joinPieces({ ...upload, pieces: await store().objects.listPieces(upload) });
      expect(await store().objects.size(upload.key)).toBe(whole.length);
      const read: Uint8Array[] = [];
      for await (const bytes of store().objects.read(upload.key)) read.push(bytes);
      expect(Buffer.concat(read).equals(whole)).toBe(true);
    });

    test("what is joined or aborted is not found any more, and aborting again is no error", async () => {
      const [joined, aborted] = [await start(), await start()];
      for (const number of [1, 2, 3]) await put(joined, number);
      const stored = await store().objects.listPieces(joined);
      await store().objects.joinPieces({ ...joined, pieces: stored });
      await put(aborted, 1);
      await store().objects.abortMultipart(aborted);
      for (const upload of [joined, aborted]) {
        await expect(store().objects.listPieces(upload)).rejects.toMatchObject({ code: "NOT_FOUND" });
        expect((await put(upload, 3)).ok).toBe(false);
        await store().objects.abortMultipart(upload);
      }
      const again = { ...aborted, pieces: stored };
      await expect(store().objects.joinPieces(again)).rejects.toMatchObject({ code: "NOT_FOUND" });
      // S3 itself takes it again from whoever lost the answer; some servers do not.
      await store()
        .objects.joinPieces({ ...joined, pieces: stored })
        .catch((error: unknown) => expect(error).toMatchObject({ code: "NOT_FOUND" }));
      expect(await store().objects.size(joined.key)).toBe(whole.length);
      expect(await store().objects.size(aborted.key)).toBeUndefined();
    });

    test("other bytes, more, fewer, or for another number are refused and leave nothing", async () => {
      const upload = await start();
      const piece = pieces[2] ?? Buffer.of();
      const { url, headers } = await sign({ ...upload, number: 1, bytes: piece });
      const send = (to: string, body: Uint8Array) => store().send(to, { method: "PUT", headers, body });
      for (const body of [piece.map((byte) => byte ^ 1), Buffer.concat([piece, Buffer.of(1)]), piece.subarray(1)]) {
        expect((await send(url, body)).ok).toBe(false);
      }
      const other = url.replace(/(partNumber|piece)=1\b/, "$1=2");
      expect(other).not.toBe(url);
      expect((await send(other, piece)).ok).toBe(false);
      const over = await sign({ ...upload, number: 1, bytes: piece, inMs: -1_000 });
      expect((await store().send(over.url, { method: "PUT", headers: over.headers, body: piece })).status).toBe(403);
      expect(await numbers(upload)).toEqual([]);
      await store().objects.abortMultipart(upload);
    });

    test("two uploads of one object do not see each other's pieces", async () => {
      const first = await start();
      const second = { key: first.key, uploadId: await store().objects.startMultipart(first.key) };
      await put(first, 1);
      expect(await numbers(second)).toEqual([]);
      await store().objects.abortMultipart(second);
      expect(await numbers(first)).toEqual([[1, smallest]]);
      await store().objects.abortMultipart(first);
    });
  });
}
