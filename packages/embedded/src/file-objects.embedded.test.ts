import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describeObjectContract } from "@kubin/core/contracts";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FileObjects, openFileObjects } from "./objects/open-file-objects.ts";
import { silentLog } from "./testing/silent-log.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const publicUrl = "http://127.0.0.1:7999";
const clock = { now: () => new Date() };

async function openStore(onStored: (stored: { key: string; size: number }) => void = () => undefined) {
  const folder = await temporaryFolder();
  const secret = randomBytes(32);
  const objects = await openFileObjects({ dir: folder.path, secret, publicUrl, clock, log: silentLog(), onStored });
  const send: (url: string, init?: { method?: string; body?: Uint8Array | ReadableStream }) => Promise<Response> = (
    url,
    init = {},
  ) => objects.serve(new Request(url, { ...init, duplex: "half" } as RequestInit));
  return { objects, send, folder, close: folder.remove };
}

describeObjectContract("files", openStore);

describe("file objects", () => {
  const stored: { key: string; size: number }[] = [];
  let store: Awaited<ReturnType<typeof openStore>>;
  let objects: FileObjects;
  beforeEach(async () => {
    stored.length = 0;
    store = await openStore((object) => void stored.push(object));
    objects = store.objects;
  });
  afterEach(() => store.close());

  const bytes = Buffer.from("the bytes of a part");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const key = `snapshots/${randomUUID()}/logs/default/${sha256}`;
  const expiresAt = new Date(Date.now() + 600_000);
  const signUpload = async () => (await objects.signUpload({ key, size: bytes.length, sha256, expiresAt })).url;
  const incoming = () => readdir(join(store.folder.path, "incoming"));

  test("tells of a stored object, and of no refused one", async () => {
    const url = await signUpload();
    expect((await store.send(url, { method: "PUT", body: Buffer.from("other bytes of part") })).status).toBe(400);
    expect(stored).toEqual([]);
    expect((await store.send(url, { method: "PUT", body: bytes })).status).toBe(204);
    expect(stored).toEqual([{ key, size: bytes.length }]);
    expect(await incoming()).toEqual([]);
  });

  test.each([
    ["the bytes of a part and one more", 413, "TOO_LARGE"],
    ["THE bytes of a part", 400, "DIGEST_MISMATCH"],
    ["the bytes", 400, "BAD_INPUT"],
  ])("names what is wrong with %j", async (body, status, code) => {
    const answer = await store.send(await signUpload(), { method: "PUT", body: Buffer.from(body) });
    expect([answer.status, await answer.json()]).toEqual([status, { code, message: expect.stringMatching(/\.$/) }]);
    expect(await incoming()).toEqual([]);
  });

  test("an endless body is cut off at the first byte too many", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const answer = await store.send(await signUpload(), { method: "PUT", body: endless });
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(1_000_000);
  });

  test("a full disk says so", async () => {
    const full = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(Object.assign(new Error("no space left on device, write"), { code: "ENOSPC" }));
      },
    });
    const answer = await store.send(await signUpload(), { method: "PUT", body: full });
    expect([answer.status, (await answer.json()).code]).toEqual([507, "STORE_FULL"]);
    expect(await incoming()).toEqual([]);
  });

  test("a URL that is over says so", async () => {
    const past = new Date(Date.now() - 1);
    const { url } = await objects.signUpload({ key, size: bytes.length, sha256, expiresAt: past });
    const answer = await store.send(url, { method: "PUT", body: bytes });
    expect([answer.status, (await answer.json()).code]).toEqual([403, "EXPIRED"]);
  });

  test("what is downloaded can only be saved", async () => {
    await store.send(await signUpload(), { method: "PUT", body: bytes });
    const url = await objects.signDownload({ key, filename: "grüße.html", gunzip: false, expiresAt });
    const { headers } = await store.send(url);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-disposition": `attachment; filename="gr__e.html"; filename*=UTF-8''gr%C3%BC%C3%9Fe.html`,
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private",
      "content-length": String(bytes.length),
    });
  });

  test("any changed bit of a signed URL is refused", async () => {
    const upload = await signUpload();
    await store.send(upload, { method: "PUT", body: bytes });
    const download = await objects.signDownload({ key, filename: "a b.txt", gunzip: false, expiresAt });
    // Behind the first slash: what lies before it is not the store's.
    const from = publicUrl.length + 1;
    const flip = (url: string, at: number, bit: number) => {
      const changed = Buffer.from(url);
      changed[from + at] = (changed[from + at] ?? 0) ^ (1 << bit);
      return changed.toString("latin1");
    };
    const place = fc.record({ at: fc.nat(), bit: fc.nat(7), isUpload: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, bit, isUpload }) => {
        const url = isUpload ? upload : download;
        const changed = flip(url, at % (url.length - from), bit);
        const answer = await store.send(changed, isUpload ? { method: "PUT", body: bytes } : {});
        expect(answer.status).toBe(403);
        expect((await answer.json()).code).toBe("FORBIDDEN");
      }),
      { numRuns: 1_000 },
    );
  });

  test("more, fewer, repeated or reordered parameters are refused", async () => {
    await store.send(await signUpload(), { method: "PUT", body: bytes });
    const url = await objects.signDownload({ key, filename: "a", gunzip: false, expiresAt });
    const [path, query = ""] = url.split("?");
    const parameters = query.split("&");
    const others = [
      `${url}&x=1`,
      `${url}&${parameters[0]}`,
      `${path}?${parameters.toReversed().join("&")}`,
      ...parameters.map((_, index) => `${path}?${parameters.toSpliced(index, 1).join("&")}`),
      path ?? "",
    ];
    for (const other of others) expect((await store.send(other)).status).toBe(403);
    expect((await store.send(url)).status).toBe(200);
    expect((await store.send(url, { method: "HEAD" })).status).toBe(200);
    for (const method of ["PUT", "DELETE", "POST"]) expect((await store.send(url, { method })).status).toBe(403);
  });

  test("another server's signature is worth nothing", async () => {
    const other = await openStore();
    const { url } = await other.objects.signUpload({ key, size: bytes.length, sha256, expiresAt });
    expect((await store.send(url, { method: "PUT", body: bytes })).status).toBe(403);
    await other.close();
  });

  test("only keys of snapshots' parts are keys", async () => {
    const id = randomUUID();
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom(
        `snapshots/${id}/logs/../${sha256}`,
        `snapshots/${id}/logs/./${sha256}`,
        `snapshots/${id}/logs//${sha256}`,
        `/snapshots/${id}/logs/ns/${sha256}`,
        `snapshots/${id}/logs/ns/${sha256}/`,
        `snapshots/${id}/logs/ns/${sha256}\n`,
        `snapshots/${id}/logs/ns/${sha256.toUpperCase()}`,
        `snapshots/${id}/other/ns/${sha256}`,
        `snapshots/${id}/logs/-ns/${sha256}`,
        `snapshots/${id}/logs/n%2fs/${sha256}`,
        `snapshots/../logs/ns/${sha256}`,
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (wrong) => {
        await expect(objects.size(wrong)).rejects.toMatchObject({ code: "BAD_INPUT" });
        await expect(objects.signUpload({ key: wrong, size: 1, sha256, expiresAt })).rejects.toMatchObject({
          code: "BAD_INPUT",
        });
        expect(() => objects.read(wrong)).toThrow("key");
      }),
    );
  });

  test.each([[""], ["snapshots/"], ["snapshots"], ["."], ["../"], ["snapshots/../"]])(
    "never deletes below %j",
    async (prefix) => {
      await expect(objects.deletePrefix(prefix)).rejects.toMatchObject({ code: "BAD_INPUT" });
    },
  );

  test("an upload URL is signed for no digest but the key's", async () => {
    const other = "0".repeat(64);
    await expect(objects.signUpload({ key, size: 1, sha256: other, expiresAt })).rejects.toMatchObject({
      code: "BAD_INPUT",
    });
  });

  test("tells how much room there is", async () => {
    expect(await objects.freeBytes()).toBeGreaterThan(0);
  });
});
