import { PassThrough } from "node:stream";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Io } from "./io.ts";
import { run } from "./run.ts";

// What a person at a terminal sees. The server is played; the program against a real one is tested in `e2e`.
const server = "http://kubin.test";
const id = "0192f0c1-2345-7abc-8def-0123456789ab";
const hostile = "evil \u001b[2J\u001b]0;owned\u0007 \u009b8m done";
const stream = { namespace: "shop", pod: "web-0", container: "app", source: "current" };
const line = { ...stream, line: 0, at: "2026-01-01T10:41:58.203000000Z", level: "error", message: hostile, prefix: "" };
const counts = { objects: 2318, types: 1, namespaces: 1, events: 0, logStreams: 1, logLines: 5 };
const snapshot = { id, name: "small\u001b[31m", state: "COMPLETED", counts, createdAt: "2026-01-01T00:00:00Z" };
const answers: Record<string, unknown> = {
  "metadata.get": snapshot,
  "metadata.delete": null,
  "metadata.kinds": [{ group: "", plural: "pods", kind: "Pod", version: "v1", namespaced: true, total: 3, failing: 0 }],
  "metadata.resources": { columns: [], items: [], total: 0 },
  "metadata.namespaces": ["shop"],
  "analytics.overview": {
    coverage: [{ kind: "duplicate", what: "b/pods.yaml", namespace: "shop", detail: "The same as a.", count: 1 }],
  },
  "query.streams": { items: [{ ...stream, lines: 1, bytes: 1 }], total: 1 },
  "query.viewLog": { lines: [line], total: 1 },
  "query.searchLogs": { lines: [line], tookMs: 6 },
  "query.countLogs": { lines: 3557, streams: 41, tookMs: 6 },
};
const called: string[] = [];
const network = setupServer(
  http.all(`${server}/trpc/:path`, ({ request, params }) => {
    const paths = String(params.path).split(",");
    called.push(...paths);
    const results = paths.map((path) => ({ result: { data: answers[path] } }));
    return HttpResponse.json(request.url.includes("batch=1") ? results : results[0]);
  }),
);
beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
beforeEach(() => called.splice(0));
afterAll(() => network.close());

/** Runs the program at a terminal of 100 × 30, and gives back what was on it. */
async function atTerminal(args: string[], more: { env?: Record<string, string>; typed?: string } = {}) {
  const [stdout, stderr, stdin] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const io: Io = {
    stdout,
    stderr,
    stdin,
    env: { KUBIN_SERVER: server, KUBIN_SNAPSHOT: id, XDG_STATE_HOME: "/nonexistent", ...more.env },
    platform: "linux",
    cwd: "/",
    terminal: { stdin: true, stdout: true, stderr: true },
    size: () => ({ columns: 100, rows: 30 }),
    signal: new AbortController().signal,
    onFirstStop: () => () => {},
    atExit: () => () => {},
  };
  if (more.typed !== undefined) stdin.end(more.typed);
  const code = await run(args, io);
  return { code, stdout: String(stdout.read() ?? ""), stderr: String(stderr.read() ?? "") };
}

test("a hostile log line is shown, not obeyed", async () => {
  const { code, stdout } = await atTerminal(["logs", "web-0"]);
  expect(code).toBe(0);
  expect(stdout).toBe("evil ^[[2J^[]0;owned^G <U+009B>8m done\n");
});

test("hits stand out in a search, what was captured stays inert, the sum is below", async () => {
  const { stdout, stderr } = await atTerminal(["search", "done"]);
  expect(stdout).toContain("10:41:58.203");
  expect(stdout).toContain("\u001b[7mdone\u001b[27m");
  expect(stdout).toContain("\u001b[31mERROR\u001b[39m");
  expect(stdout).toContain("^[[2J");
  for (const obeyed of ["\u001b[2J", "\u001b]0", "\u009b"]) expect(stdout).not.toContain(obeyed);
  expect(stderr).toMatch(/^3,557 lines in 41 streams · 6 ms · 1 shown, --limit or --all for more · http/);
});

test("a search that finds nothing says which word was taken for a field and is none", async () => {
  const found = { "query.searchLogs": answers["query.searchLogs"], "query.countLogs": answers["query.countLogs"] };
  const said = '"until:" is no field; it was looked for as text. Did you mean "before:"?\n';
  expect((await atTerminal(["search", "until:10:14"])).stderr).not.toContain("no field");
  answers["query.searchLogs"] = { lines: [], tookMs: 6 };
  answers["query.countLogs"] = { lines: 0, streams: 0, tookMs: 6 };
  try {
    expect((await atTerminal(["search", "until:10:14"])).stderr).toMatch(/^0 lines .*\n"until:" is no field/);
    expect(await atTerminal(["search", "until:10:14", "--count"])).toMatchObject({ stdout: "0\n", stderr: said });
    expect((await atTerminal(["search", "until:10:14", "--output", "json"])).stderr).toBe(said);
    expect((await atTerminal(["search", "until:10:14", "--quiet"])).stderr).toBe("");
  } finally {
    Object.assign(answers, found);
  }
});

test("an answer that is not whole says so and why, and ends with 3", async () => {
  const whole = { ...answers };
  const incomplete = "The search was stopped after 30 s.";
  Object.assign(answers, {
    "query.searchLogs": { lines: [line], tookMs: 6, incomplete },
    "query.countLogs": { lines: 1, streams: 1, tookMs: 6, incomplete },
    "query.facets": { lines: 1, facets: [], tookMs: 6, incomplete },
    "query.histogram": { buckets: [], bucketMs: 1, untimed: 1, tookMs: 6, incomplete },
  });
  try {
    const ways = ["--count", "--histogram", "--facet=pod", "--output=json", "--output=csv", "--output=text", "--all"];
    for (const way of ways) {
      expect(await atTerminal(["search", "done", way, "--quiet"]), way).toMatchObject({
        code: 3,
        stderr: `${incomplete}\n`,
      });
    }
    expect(await atTerminal(["logs", "web-0", "--include", "done"])).toMatchObject({
      code: 3,
      stderr: `${incomplete}\n`,
    });
  } finally {
    Object.assign(answers, whole);
  }
});

test("a list is not empty for want of what the bundle holds twice", async () => {
  const { code, stderr } = await atTerminal(["get", "pods", "-A", "--failing"]);
  expect(code).toBe(0);
  expect(stderr).toBe("No pods in this snapshot with trouble. The snapshot has 3 without that filter.\n");
});

test("NO_COLOR", async () => {
  expect((await atTerminal(["search", "done"], { env: { NO_COLOR: "1" } })).stdout).not.toContain("\u001b");
});

test("JSON keeps every character, and is as inert", async () => {
  const { stdout } = await atTerminal(["search", "done", "--output", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ lines: [{ message: hostile }] });
  for (const obeyed of ["\u001b", "\u009b"]) expect(stdout).not.toContain(obeyed);
});

test("delete asks; only a yes deletes", async () => {
  const no = await atTerminal(["delete", id], { typed: "\n" });
  expect(no).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("2,318 objects and 5 log lines, for good? [y/N]"),
  });
  expect(no.stderr).toContain("Nothing was deleted.");
  expect(no.stderr).toContain("small^[[31m");
  expect(called).not.toContain("metadata.delete");
  expect(await atTerminal(["delete", id], { typed: "y\n" })).toMatchObject({ code: 0 });
  expect(called).toContain("metadata.delete");
});
