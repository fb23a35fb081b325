import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createClient } from "./create-client.ts";
import { isServersAnswer } from "./kubin-errors.ts";
import { watchSnapshot } from "./watch-snapshot.ts";

const server = "http://kubin.test";
const snapshotId = "0192f0c1-2345-7abc-8def-0123456789ab";
const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

const state = (name: string) => ({ id: snapshotId, state: name });

test("queries are batched, searches go alone, and all carry who asks", async () => {
  const seen: [string, string | null, string | null][] = [];
  network.use(
    http.get(`${server}/trpc/*`, ({ request }) => {
      const { pathname } = new URL(request.url);
      seen.push([pathname, request.headers.get("x-kubin-link"), request.headers.get("x-kubin-ticket")]);
      const one = { result: { data: [] } };
      return HttpResponse.json(pathname.includes(",") ? [one, one] : one);
    }),
  );
  const client = createClient({ server: `${server}/`, link: "link", ticket: "ticket" });
  await Promise.all([
    client.metadata.kinds.query({ snapshotId }),
    client.metadata.namespaces.query({ snapshotId }),
    client.query.countLogs.query({ snapshotId, query: "x" }),
  ]);
  expect(seen.sort()).toEqual([
    ["/trpc/metadata.kinds,metadata.namespaces", "link", "ticket"],
    ["/trpc/query.countLogs", "link", "ticket"],
  ]);
});

test("an upload shares no request with what is asked beside it", async () => {
  const seen: string[] = [];
  network.use(
    http.all(`${server}/trpc/*`, ({ request }) => {
      seen.push(new URL(request.url).pathname);
      return HttpResponse.json({ result: { data: [] } });
    }),
  );
  const client = createClient({ server });
  await Promise.all([
    client.metadata.kinds.query({ snapshotId }),
    client.upload.abort.mutate({ snapshotId, reason: "x" }),
    client.upload.abort.mutate({ snapshotId, reason: "y" }),
  ]);
  expect(seen.sort()).toEqual(["/trpc/metadata.kinds", "/trpc/upload.abort", "/trpc/upload.abort"]);
});

const failures: { what: string; answer: () => Response; code: string; message: RegExp }[] = [
  {
    what: "the server's own sentence",
    answer: () =>
      HttpResponse.json(
        { error: { code: -32004, message: "m", data: { kubin: { code: "NOT_FOUND", message: "No such snapshot." } } } },
        { status: 404 },
      ),
    code: "NOT_FOUND",
    message: /^No such snapshot\.$/,
  },
  {
    what: "a code of a newer server, with its sentence,",
    answer: () =>
      HttpResponse.json(
        {
          error: { code: 1, message: "m", data: { kubin: { code: "QUOTA_SPENT", message: "Wait a day.", until: 1 } } },
        },
        { status: 400 },
      ),
    code: "INTERNAL",
    message: /^Wait a day\.$/,
  },
  {
    what: "a page of a proxy",
    answer: () => HttpResponse.html("<html>", { status: 404 }),
    code: "UNAVAILABLE",
    message: /kubin\.test.*HTTP 404.*not as a Kubin/,
  },
  {
    what: "a proxy whose server is away",
    answer: () => HttpResponse.text("", { status: 502 }),
    code: "UNAVAILABLE",
    message: /HTTP 502/,
  },
  {
    what: "no connection",
    answer: () => HttpResponse.error(),
    code: "UNAVAILABLE",
    message: /Cannot reach the Kubin server at http:\/\/kubin\.test/,
  },
];
test.each(failures)("$what is a KubinError", async ({ answer, code, message }) => {
  network.use(http.post(`${server}/trpc/metadata.delete`, answer));
  const failed = createClient({ server }).metadata.delete.mutate({ snapshotId });
  await expect(failed).rejects.toMatchObject({ name: "KubinError", code, message: expect.stringMatching(message) });
  expect(isServersAnswer(await failed.catch((error: unknown) => error))).toBe(code !== "UNAVAILABLE");
});

test("what a newer server says beside what this build knows is no failure", async () => {
  const newer = { id: snapshotId, state: "ARCHIVED", shelf: 7 };
  network.use(http.get(`${server}/trpc/metadata.get`, () => HttpResponse.json([{ result: { data: newer } }])));
  expect(await createClient({ server }).metadata.get.query({ snapshotId })).toEqual(newer);
});

test("a signal ends what is under way", async () => {
  const stop = new AbortController();
  network.use(
    http.get(`${server}/trpc/*`, () => {
      stop.abort();
      return new Promise<never>(() => {});
    }),
  );
  const failed = createClient({ server, signal: stop.signal }).query.countLogs.query({ snapshotId, query: "x" });
  await expect(failed).rejects.toMatchObject({ code: "CANCELLED" });
});

test.each(["kubin.test", "ftp://kubin.test", ""])("%j is no server", (address) => {
  expect(() => createClient({ server: address })).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

async function states(client: ReturnType<typeof createClient>): Promise<string[]> {
  const seen: string[] = [];
  const watch = watchSnapshot({ client, snapshotId, silentMs: 20, pollMs: 5, awayMs: 200 });
  for await (const snapshot of watch) seen.push(snapshot.state);
  return seen;
}

test("a watch follows server-sent events", async () => {
  network.use(
    http.get(`${server}/trpc/metadata.watch`, ({ request }) => {
      expect(request.headers.get("x-kubin-link")).toBe("link");
      const events = ["UPLOADING", "COMPLETED"].map((name) => `data: ${JSON.stringify(state(name))}\n\n`).join("");
      return new HttpResponse(`event: connected\ndata: {}\n\n${events}`, {
        headers: { "content-type": "text/event-stream" },
      });
    }),
    http.get(`${server}/trpc/metadata.get`, () => HttpResponse.json([{ result: { data: state("UPLOADING") } }])),
  );
  expect((await states(createClient({ server, link: "link" }))).at(-1)).toBe("COMPLETED");
});

test("a watch polls where events do not come, also over a restart of the server", async () => {
  const answers = [
    () => HttpResponse.json([{ result: { data: state("PROCESSING") } }]),
    () => HttpResponse.error(),
    () => HttpResponse.text("", { status: 503 }),
    () => HttpResponse.json([{ result: { data: state("COMPLETED") } }]),
  ];
  network.use(
    http.get(`${server}/trpc/metadata.watch`, () => new HttpResponse(null, { status: 404 })),
    http.get(`${server}/trpc/metadata.get`, () => answers.shift()?.() ?? HttpResponse.error()),
  );
  expect(await states(createClient({ server }))).toEqual(["PROCESSING", "COMPLETED"]);
});

test("a watch gives up when the server stays away", async () => {
  network.use(http.get(`${server}/trpc/*`, () => HttpResponse.error()));
  await expect(states(createClient({ server }))).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
