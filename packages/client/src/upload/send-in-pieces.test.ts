import { createHash } from "node:crypto";
import type { HeldPart, LargePart, PartEntry } from "@kubin/schema";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createClient } from "../create-client.ts";
import type { UploadProgress } from "./send-options.ts";
import { sendParts } from "./send-parts.ts";

const server = "http://kubin.test";
const snapshotId = "0192f0c1-2345-7abc-8def-0123456789ab";
const expiresAt = "2026-01-08T00:00:00Z";
const network = setupServer();

beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");
const texts = ["one", "two", "three", "4"];
const whole = texts.join("");
const entry: PartEntry = { type: "raw", namespace: "", sha256: digestOf(whole), size: whole.length, items: 1 };
const part: LargePart = {
  entry,
  async *pieces() {
    for (const text of texts) yield new TextEncoder().encode(text);
  },
};
async function* stream<T>(items: readonly T[]) {
  yield* items;
}

interface Answers {
  /** What the server has of the part; undefined: all of it. */
  stored?: number[] | undefined;
  /** An older server signs a part of any size as a whole. */
  upload?: { url: string; headers: Record<string, string> };
  put?: (number: string, attempt: number) => Response | undefined;
  join?: (attempt: number) => Response | undefined;
}

/** A server that keeps pieces by number. */
function fakeServer(answers: Answers) {
  const seen = { signed: [] as number[], stored: new Map<string, string>(), joins: [] as unknown[] };
  const attempts = new Map<string, number>();
  const count = (what: string) => attempts.set(what, (attempts.get(what) ?? 0) + 1).get(what) ?? 0;
  const trpc = (data: unknown) => HttpResponse.json({ result: { data } });
  network.use(
    http.post(`${server}/trpc/upload.sign`, () => {
      const { stored, upload } = answers;
      const signed = { sha256: entry.sha256, key: `snapshots/${snapshotId}/raw/_cluster/${entry.sha256}` };
      return trpc({ parts: [{ ...signed, upload, ...(stored && { pieces: { stored } }) }], expiresAt });
    }),
    http.post(`${server}/trpc/upload.signPiece`, async ({ request }) => {
      const { number, pieceSha256 } = (await request.json()) as { number: number; pieceSha256: string };
      seen.signed.push(number);
      return trpc({ upload: { url: `${server}/objects/${number}`, headers: { "x-check": pieceSha256 } }, expiresAt });
    }),
    http.put(`${server}/objects/:number`, async ({ request, params }) => {
      const number = String(params.number);
      const refusal = answers.put?.(number, count(number));
      if (refusal) return refusal;
      const text = await request.text();
      expect(request.headers.get("x-check")).toBe(digestOf(text));
      seen.stored.set(number, text);
      return new HttpResponse(null, { status: 200 });
    }),
    http.post(`${server}/trpc/upload.joinPieces`, async ({ request }) => {
      const refusal = answers.join?.(count("join"));
      if (refusal) return refusal;
      seen.joins.push(await request.json());
      return trpc({ key: "k", size: entry.size });
    }),
  );
  return seen;
}

const kubin = { code: "UNAVAILABLE", message: "The object store does not answer now." };
const away = () =>
  HttpResponse.json(
    { error: { message: kubin.message, code: -32603, data: { kubin } } },
    { status: 503, headers: { "retry-after": "0.001" } },
  );

function send(parts: readonly (HeldPart | LargePart)[] = [part]): Promise<UploadProgress> {
  return sendParts({
    client: createClient({ server, ticket: "t" }),
    snapshotId,
    parts: stream(parts),
    concurrency: 3,
    retry: { attempts: 4, baseMs: 1, maxMs: 4 },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
}

const asked = { snapshotId, type: "raw", namespace: "", sha256: entry.sha256 };

test("all pieces go by their numbers and digests, then they are joined", async () => {
  const seen = fakeServer({ stored: [] });
  const progress = await send();
  expect([...seen.stored].sort()).toEqual(texts.map((text, index) => [String(index + 1), text]));
  expect(seen.joins).toEqual([asked]);
  expect(progress).toMatchObject({ partsStored: 1, bytesStored: whole.length, bytesKnown: whole.length, retried: 0 });
});

test("pieces that are there are not sent again", async () => {
  const seen = fakeServer({ stored: [1, 3] });
  const progress = await send();
  expect([...seen.stored.keys()].sort()).toEqual(["2", "4"]);
  expect(seen.joins).toEqual([asked]);
  expect(progress.bytesStored).toBe(whole.length);
});

test("a part that is there as a whole is skipped", async () => {
  const seen = fakeServer({ stored: undefined });
  expect(await send()).toMatchObject({ partsStored: 1, partsSkipped: 1, bytesStored: whole.length });
  expect([seen.signed, seen.joins]).toEqual([[], []]);
});

test("a piece is sent again when the store stumbles, with a new URL when that expired", async () => {
  const expired = () =>
    HttpResponse.json({ code: "EXPIRED", message: "This address is no longer valid." }, { status: 403 });
  const seen = fakeServer({
    stored: [],
    put: (number, attempt) => {
      if (attempt > 1) return undefined;
      return number === "2" ? new HttpResponse(null, { status: 503 }) : number === "3" ? expired() : undefined;
    },
  });
  expect(await send()).toMatchObject({ bytesStored: whole.length, retried: 2, waiting: undefined });
  expect([...seen.signed].sort()).toEqual([1, 2, 3, 3, 4]);
  expect(seen.stored.size).toBe(4);
});

test("an answer to the joining that got lost is asked for again", async () => {
  const seen = fakeServer({ stored: [1, 2, 3, 4], join: (attempt) => (attempt < 3 ? away() : undefined) });
  await send();
  expect(seen.joins).toEqual([asked]);
});

test("a piece that is refused ends all, and nothing is joined", async () => {
  const seen = fakeServer({
    stored: [],
    put: (number) => (number === "2" ? new HttpResponse(null, { status: 403 }) : undefined),
  });
  await expect(send()).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(seen.joins).toEqual([]);
});

test("a small part that is refused ends all, also while a large one has not come to its end", async () => {
  const bytes = new TextEncoder().encode("small");
  const small: HeldPart = { entry: { ...entry, sha256: digestOf("small"), size: bytes.length }, bytes };
  const endless: LargePart = {
    entry,
    async *pieces() {
      yield bytes;
      await new Promise(() => {});
    },
  };
  fakeServer({ stored: [], put: () => new HttpResponse(null, { status: 403 }) });
  network.use(
    http.post(`${server}/trpc/upload.sign`, async ({ request }) => {
      const { parts } = (await request.json()) as { parts: PartEntry[] };
      const signed = parts.map(({ sha256 }) => ({
        sha256,
        key: `snapshots/${snapshotId}/raw/_cluster/${sha256}`,
        ...(sha256 === entry.sha256
          ? { pieces: { stored: [1] } }
          : { upload: { url: `${server}/objects/0`, headers: {} } }),
      }));
      return HttpResponse.json({ result: { data: { parts: signed, expiresAt } } });
    }),
  );
  await expect(send([small, endless])).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("an older server, that knows no pieces, is named", async () => {
  fakeServer({ upload: { url: `${server}/objects/0`, headers: {} } });
  await expect(send()).rejects.toMatchObject({ code: "UNSUPPORTED", message: expect.stringContaining("older") });
});
