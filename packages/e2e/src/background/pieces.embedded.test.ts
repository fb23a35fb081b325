import { createHash, randomBytes } from "node:crypto";
import { indexNextParts, joinPieces, signPiece, sweep } from "@kubin/core";
import { type PartEntry, pieceBytes } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectsPart, pod } from "../testbed/make-parts.ts";
import { withMethods } from "./crash-ports.ts";
import { openWorkBench, settings, type TestUpload, type WorkBench } from "./open-work-bench.ts";

let bench: WorkBench;
beforeAll(async () => {
  bench = await openWorkBench();
});
afterAll(() => bench.close());

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const bytes = randomBytes(2 * pieceBytes + 1_000);
const pieces = [0, 1, 2].map((index) => bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes));
const resources = objectsPart("resources", "shop", [pod("shop", "web")]);

function rawPart(sha256 = digestOf(bytes)): { entry: PartEntry; bytes: Uint8Array } {
  return { entry: { type: "raw", namespace: "", sha256, size: bytes.length, items: 1, path: "core" }, bytes };
}

const ref = (upload: TestUpload, { sha256 }: PartEntry) => ({
  snapshotId: upload.snapshotId,
  type: "raw" as const,
  namespace: "",
  sha256,
});
const sign = (upload: TestUpload, entry: PartEntry, number: number) =>
  signPiece({
    ctx: upload.uploader,
    input: { ...ref(upload, entry), number, pieceSha256: digestOf(pieces[number - 1] ?? Buffer.of()) },
  });
const join = (upload: TestUpload, entry: PartEntry) => joinPieces({ ctx: upload.uploader, input: ref(upload, entry) });
const part = async (upload: TestUpload) =>
  (await bench.ports.metadata.partsOf(upload.snapshotId)).find(({ type }) => type === "raw");

async function put(upload: TestUpload, entry: PartEntry, number: number): Promise<void> {
  const { url, headers } = (await sign(upload, entry, number)).upload;
  const body = new Uint8Array(pieces[number - 1] ?? Buffer.of());
  expect((await bench.ports.objects.serve(new Request(url, { method: "PUT", headers, body }))).ok).toBe(true);
}

async function work(): Promise<void> {
  while ((await indexNextParts({ ctx: bench.system(), input: { worker: "test", limit: 4 } })) > 0);
}

describe("a part in pieces", () => {
  it("is announced with what is there, joined once, and read back as it was", async () => {
    const upload = await bench.upload();
    const { entry } = rawPart();
    await upload.sign([rawPart()]);
    for (const number of [2, 1]) await put(upload, entry, number);
    await expect(join(upload, entry)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("3"),
    });
    await put(upload, entry, 3);
    const joined = await Promise.all([join(upload, entry), join(upload, entry)]);
    expect(joined.map(({ size }) => size)).toEqual([bytes.length, bytes.length]);
    expect(await part(upload)).toMatchObject({ state: "STORED" });
    expect(await part(upload)).not.toHaveProperty("multipart");
    const read: Uint8Array[] = [];
    for await (const chunk of bench.ports.objects.read(joined[0].key)) read.push(chunk);
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
    await expect(sign(upload, entry, 1)).rejects.toMatchObject({ code: "CONFLICT" });
    await work();
    expect(await part(upload)).toMatchObject({ state: "INDEXED" });
  });

  it("has only the pieces that its size gives it, once it was announced", async () => {
    const upload = await bench.upload();
    const { entry } = rawPart();
    await expect(sign(upload, entry, 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await upload.sign([rawPart()]);
    await expect(sign(upload, entry, 4)).rejects.toMatchObject({ code: "BAD_INPUT" });
    const stranger = await bench.upload();
    const input = { ...ref(upload, entry), number: 1, pieceSha256: entry.sha256 };
    await expect(signPiece({ ctx: stranger.uploader, input })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("whose bytes are not those of its digest never gets there", async () => {
    const upload = await bench.upload();
    const wrong = rawPart("0".repeat(64));
    await upload.store(resources);
    await upload.sign([wrong]);
    for (const number of [1, 2, 3]) await put(upload, wrong.entry, number);
    await expect(join(upload, wrong.entry)).rejects.toMatchObject({ code: "DIGEST_MISMATCH" });
    expect(await part(upload)).toMatchObject({ state: "SIGNED" });
  });

  it("that is another one in the store fails when it is read, and says why", async () => {
    const upload = await bench.upload();
    const { entry } = rawPart();
    await upload.sign([rawPart()]);
    for (const number of [1, 2, 3]) await put(upload, entry, number);
    await join(upload, entry);
    async function* read() {
      yield bytes.subarray(1);
    }
    const ctx = bench.system(withMethods(bench.ports, "objects", { read }));
    await indexNextParts({ ctx, input: { worker: "test", limit: 4 } });
    expect(await part(upload)).toMatchObject({ state: "FAILED" });
    const { gaps } = await bench.ports.metadata.coverage(upload.scope, 10);
    expect(gaps).toMatchObject([{ kind: "unparseable", detail: "Its bytes are not those that were announced." }]);
  });

  it("that two begin at once has one multipart upload", async () => {
    const upload = await bench.upload();
    const { entry } = rawPart();
    await Promise.all([upload.sign([rawPart()]), upload.sign([rawPart()]), upload.sign([rawPart()])]);
    for (const number of [1, 2, 3]) await put(upload, entry, number);
    expect((await join(upload, entry)).size).toBe(bytes.length);
  });

  it("that was given up is freed by the sweep", async () => {
    const upload = await bench.upload();
    const { entry } = rawPart();
    const [key = ""] = await upload.sign([rawPart()]);
    await put(upload, entry, 1);
    const uploadId = (await part(upload))?.multipart ?? "";
    await sweep({ ctx: bench.system() });
    expect(await bench.ports.objects.listPieces({ key, uploadId })).toHaveLength(1);
    bench.pass(settings.silentUploadMs + 1_000);
    await sweep({ ctx: bench.system() });
    await sweep({ ctx: bench.system() });
    await expect(bench.ports.objects.listPieces({ key, uploadId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await part(upload)).not.toHaveProperty("multipart");
  });
});
