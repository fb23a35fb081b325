import { createHash } from "node:crypto";
import { KubinError, type Manifest, type PartEntry } from "@kubin/schema";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { UploadProgress } from "./send-options.ts";
import { uploadBundle } from "./upload-bundle.ts";

const server = "http://kubin.test";
const id = "0192f0c1-2345-7abc-8def-0123456789ab";
const ticket = {
  id,
  ticket: "t".repeat(22),
  url: `${server}/s/${"l".repeat(22)}`,
  state: "INITIATED" as const,
  expiresAt: "2026-01-08T00:00:00Z",
};
const snapshot = { id, state: "PROCESSING" };
const retry = { attempts: 4, baseMs: 1, maxMs: 4 };
const network = setupServer();

beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

function partOf(text: string): { entry: PartEntry; bytes: Uint8Array } {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { entry: { type: "resources", namespace: "shop", sha256, size: bytes.length, items: 1 }, bytes };
}

async function* stream<T>(items: T[]) {
  yield* items;
}

const manifest = (): Manifest => ({
  version: 1,
  facts: { layout: "must-gather", tool: "test" },
  truncated: false,
  parts: [],
  coverage: [],
  redactions: [],
});

/** A server that keeps what it was told; `known` are digests it has already, `put` answers the PUTs. */
function fakeServer(
  options: { known?: string[]; put?: (digest: string, attempt: number) => Response | undefined } = {},
) {
  const seen = {
    signed: [] as string[][],
    stored: new Map<string, string>(),
    aborts: [] as string[],
    tickets: new Set<string | null>(),
    attempts: new Map<string, number>(),
  };
  const trpc = (data: unknown) => HttpResponse.json({ result: { data } });
  network.use(
    http.post(`${server}/trpc/upload.begin`, () => trpc(ticket)),
    http.post(`${server}/trpc/upload.sign`, async ({ request }) => {
      seen.tickets.add(request.headers.get("x-kubin-ticket"));
      const input = (await request.json()) as { parts: PartEntry[] };
      seen.signed.push(input.parts.map((part) => part.sha256));
      const parts = input.parts.map(({ sha256 }) => ({
        sha256,
        key: `snapshots/${id}/resources/shop/${sha256}`,
        ...(!options.known?.includes(sha256) && {
          upload: { url: `${server}/objects/${sha256}?signature=s3cr3t`, headers: { "x-check": sha256 } },
        }),
      }));
      return trpc({ parts, expiresAt: ticket.expiresAt });
    }),
    http.put(`${server}/objects/:digest`, async ({ request, params }) => {
      const digest = String(params.digest);
      const attempt = (seen.attempts.get(digest) ?? 0) + 1;
      seen.attempts.set(digest, attempt);
      const answer = options.put?.(digest, attempt);
      if (answer) return answer;
      expect(request.headers.get("x-check")).toBe(digest);
      seen.stored.set(digest, await request.text());
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(`${server}/trpc/upload.complete`, () => trpc(snapshot)),
    http.post(`${server}/trpc/upload.abort`, async ({ request }) => {
      seen.aborts.push(((await request.json()) as { reason: string }).reason);
      return trpc({ ...snapshot, state: "FAILED" });
    }),
  );
  return seen;
}

function upload(parts: ReturnType<typeof partOf>[], more: Partial<Parameters<typeof uploadBundle>[0]> = {}) {
  return uploadBundle({
    server,
    begin: { name: "x", layout: "must-gather", manifestVersion: 1 },
    parts: stream(parts),
    manifest,
    retry,
    ...more,
  });
}

test("sends every part, signs in batches that gather, and counts", async () => {
  const seen = fakeServer();
  const parts = Array.from({ length: 150 }, (_, index) => partOf(`part ${index}`));
  const told: UploadProgress[] = [];
  const { progress } = await upload(parts, { onProgress: (now) => told.push({ ...now }) });
  expect([...seen.stored.values()].sort()).toEqual(parts.map((part) => new TextDecoder().decode(part.bytes)).sort());
  expect(seen.signed.flat()).toHaveLength(150);
  expect(seen.signed.length).toBeLessThan(10);
  expect(Math.max(...seen.signed.map((batch) => batch.length))).toBeLessThanOrEqual(100);
  expect(seen.tickets).toEqual(new Set([ticket.ticket]));
  expect(progress).toMatchObject({ partsStored: 150, partsKnown: 150, retried: 0, partsSkipped: 0 });
  expect(progress.bytesStored).toBe(progress.bytesKnown);
  expect(told.at(-1)).toEqual(progress);
});

test("does not send what the server has", async () => {
  const [known, fresh] = [partOf("known"), partOf("fresh")];
  const seen = fakeServer({ known: [known.entry.sha256] });
  const { progress } = await upload([known, fresh]);
  expect([...seen.stored.values()]).toEqual(["fresh"]);
  expect(progress).toMatchObject({ partsStored: 2, partsSkipped: 1 });
});

test.each([500, 502, 503, 408, 429])("retries after HTTP %i", async (status) => {
  const seen = fakeServer({ put: (_, attempt) => (attempt <= 2 ? new HttpResponse(null, { status }) : undefined) });
  const { progress } = await upload([partOf("a")]);
  expect(seen.stored.size).toBe(1);
  expect(progress.retried).toBe(2);
});

test("says what it waits for, until the store is back", async () => {
  const seen = fakeServer({ put: (_, attempt) => (attempt <= 2 ? HttpResponse.error() : undefined) });
  const told: (string | undefined)[] = [];
  const { progress } = await upload([partOf("a")], { onProgress: ({ waiting }) => void told.push(waiting) });
  expect(told).toContainEqual(expect.stringMatching(/^Cannot reach the object store at http:\/\/kubin\.test/));
  expect(told.at(-1)).toBeUndefined();
  expect(progress.waiting).toBeUndefined();
  expect(seen.stored.size).toBe(1);
});

test.each(["sign", "complete"])("waits while the server cannot %s, as long as it says", async (procedure) => {
  fakeServer();
  const kubin = { code: "UNAVAILABLE", message: "The metadata store does not answer now." };
  const body = { error: { message: kubin.message, code: -32603, data: { kubin } } };
  const away = () => HttpResponse.json(body, { status: 503, headers: { "retry-after": "0.001" } });
  let refused = 0;
  network.use(http.post(`${server}/trpc/upload.${procedure}`, () => (refused++ < 2 ? away() : undefined)));
  const told: (string | undefined)[] = [];
  const { progress } = await upload([partOf("a")], { onProgress: ({ waiting }) => void told.push(waiting) });
  expect(told).toContain("The metadata store does not answer now.");
  expect(progress).toMatchObject({ partsStored: 1, waiting: undefined });
});

test("retries after a dropped connection", async () => {
  const seen = fakeServer({ put: (_, attempt) => (attempt === 1 ? HttpResponse.error() : undefined) });
  expect((await upload([partOf("a")])).progress.retried).toBe(1);
  expect(seen.stored.size).toBe(1);
});

test("signs again when a URL expired", async () => {
  const expired = () =>
    HttpResponse.json({ error: { code: "EXPIRED", message: "This upload URL expired." } }, { status: 403 });
  const seen = fakeServer({ put: (_, attempt) => (attempt === 1 ? expired() : undefined) });
  await upload([partOf("a")]);
  expect(seen.signed).toHaveLength(2);
  expect(seen.stored.size).toBe(1);
});

test("understands an expired URL of S3", async () => {
  const xml = "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";
  const seen = fakeServer({
    put: (_, attempt) => (attempt === 1 ? new HttpResponse(xml, { status: 403 }) : undefined),
  });
  await upload([partOf("a")]);
  expect(seen.stored.size).toBe(1);
});

test.each([
  [413, "TOO_LARGE", /16 MiB/],
  [403, "FORBIDDEN", /HTTP 403/],
])("does not retry HTTP %i, and tells the server why it ended", async (status, code, words) => {
  const seen = fakeServer({ put: () => new HttpResponse(null, { status }) });
  await expect(upload([partOf("a")])).rejects.toMatchObject({ code, message: expect.stringMatching(words) });
  expect([...seen.attempts.values()]).toEqual([1]);
  expect(seen.aborts).toHaveLength(1);
  expect(seen.aborts[0]).not.toContain("s3cr3t");
});

test("goes on once a full store has space again", async () => {
  const seen = fakeServer({ put: (_, attempt) => (attempt < 3 ? new HttpResponse(null, { status: 507 }) : undefined) });
  await upload([partOf("a")]);
  expect([...seen.stored.values()]).toEqual(["a"]);
});

test("gives up after the last attempt, with no signed URL in the sentence", async () => {
  const seen = fakeServer({ put: () => HttpResponse.error() });
  const failure = await upload([partOf("a")]).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "UNAVAILABLE", message: expect.not.stringContaining("s3cr3t") });
  expect([...seen.attempts.values()]).toEqual([retry.attempts]);
});

test("never holds more than it may, however slow the store is", async () => {
  let held = 0;
  let most = 0;
  fakeServer({
    put: () => {
      held--;
      return undefined;
    },
  });
  async function* large() {
    for (let index = 0; index < 40; index++) {
      held++;
      most = Math.max(most, held);
      const part = partOf(`${index}`.padEnd(8 * 1024 * 1024, "x"));
      yield part;
    }
  }
  await upload([], { parts: large() });
  // 64 MiB are 8 such parts; one more is in the producer's hand.
  expect(most).toBeLessThanOrEqual(9);
});

test("stops at once when asked to, and says so to the server", async () => {
  const stop = new AbortController();
  const seen = fakeServer({ put: () => new HttpResponse(null, { status: 503, headers: { "retry-after": "60" } }) });
  const running = upload([partOf("a")], {
    signal: stop.signal,
    onProgress: ({ retried }) => retried > 0 && stop.abort(),
  });
  await expect(running).rejects.toMatchObject({ code: "CANCELLED" });
  expect(seen.aborts).toEqual([expect.stringContaining("stopped")]);
});

test("goes on with the upload of a ticket: nothing is begun, only what is missing is sent", async () => {
  const [known, fresh] = [partOf("known"), partOf("fresh")];
  const seen = fakeServer({ known: [known.entry.sha256] });
  network.use(http.post(`${server}/trpc/upload.begin`, () => HttpResponse.error()));
  const resume = { ...ticket, ticket: "r".repeat(22), state: "UPLOADING" as const };
  const begun: string[] = [];
  const { progress } = await upload([known, fresh], { resume, onBegin: ({ id }) => void begun.push(id) });
  expect(begun).toEqual([id]);
  expect(seen.tickets).toEqual(new Set([resume.ticket]));
  expect([...seen.stored.values()]).toEqual(["fresh"]);
  expect(progress).toMatchObject({ partsStored: 2, partsSkipped: 1 });
});

test("sends nothing before what `onBegin` promised is done; its failure ends the upload", async () => {
  const seen = fakeServer();
  const onBegin = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    throw new KubinError("STORE_FULL", "no room for a note");
  };
  await expect(upload([partOf("a")], { onBegin })).rejects.toMatchObject({ code: "STORE_FULL" });
  expect(seen.signed).toEqual([]);
  expect(seen.aborts).toEqual(["no room for a note"]);
});

test("left when stopped: the server hears nothing, so that the upload can go on", async () => {
  const stop = new AbortController();
  const seen = fakeServer({ put: () => new HttpResponse(null, { status: 503, headers: { "retry-after": "60" } }) });
  const running = upload([partOf("a")], {
    whenStopped: "leave",
    signal: stop.signal,
    onProgress: ({ retried }) => retried > 0 && stop.abort(),
  });
  await expect(running).rejects.toMatchObject({ code: "CANCELLED" });
  expect(seen.aborts).toEqual([]);
});

test.each([
  { what: "out of reach", put: () => HttpResponse.error(), code: "UNAVAILABLE", aborts: 0 },
  { what: "full", put: () => new HttpResponse(null, { status: 507 }), code: "STORE_FULL", aborts: 0 },
  { what: "refusing", put: () => new HttpResponse(null, { status: 403 }), code: "FORBIDDEN", aborts: 1 },
])("left when stopped, and the store is $what", async ({ put, code, aborts }) => {
  const seen = fakeServer({ put });
  await expect(upload([partOf("a")], { whenStopped: "leave" })).rejects.toMatchObject({ code });
  expect(seen.aborts).toHaveLength(aborts);
});

test("an upload that the server says is over is not aborted", async () => {
  const seen = fakeServer();
  const kubin = { code: "CONFLICT", message: "This upload is over: the snapshot is COMPLETED." };
  const body = { error: { message: kubin.message, code: -32009, data: { kubin } } };
  network.use(http.post(`${server}/trpc/upload.sign`, () => HttpResponse.json(body, { status: 409 })));
  await expect(upload([partOf("a")])).rejects.toMatchObject({ code: "CONFLICT" });
  expect(seen.aborts).toEqual([]);
});

test("a packer that fails ends the upload with its own error", async () => {
  const seen = fakeServer();
  async function* broken() {
    yield partOf("a");
    throw new Error("the archive ends early");
  }
  await expect(upload([], { parts: broken() })).rejects.toThrow("the archive ends early");
  expect(seen.aborts).toEqual(["the archive ends early"]);
});

test("a server that is not there is named", async () => {
  network.use(http.post(`${server}/trpc/upload.begin`, () => HttpResponse.error()));
  await expect(upload([])).rejects.toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining(server) });
});
