import { appRouter } from "@kubin/api";
import { createClient } from "@kubin/client";
import type { UploadTicket } from "@kubin/schema";
import { openKubin } from "@kubin/server/testing";
import { createTRPCUntypedClient, httpLink } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logsPart, manifestOf, objectsPart, pod } from "../testbed/make-parts.ts";
import { tokenOf, uploadParts } from "../testbed/upload-parts.ts";

// Who may do what with snapshot A: every procedure × every actor that can come over HTTP. A procedure without a row
// fails the suite. "ok" = allowed (the answer itself is tested elsewhere); else the code of the refusal.
const actors = ["owner", "link of A", "link of B", "ticket of A", "ticket of B", "wrong link", "wrong ticket"] as const;
type Actor = (typeof actors)[number];
type Row = Record<Actor, string>;

const row = (...codes: [string, string, string, string, string, string, string]): Row =>
  Object.fromEntries(actors.map((actor, index) => [actor, codes[index] ?? ""])) as Row; // seven codes for seven actors

const ownerOnly = row("ok", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN");
const readers = row("ok", "ok", "NOT_FOUND", "FORBIDDEN", "FORBIDDEN", "NOT_FOUND", "FORBIDDEN");
const status = row("ok", "ok", "NOT_FOUND", "ok", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND");
const uploader = (code: string) =>
  row("FORBIDDEN", "FORBIDDEN", "FORBIDDEN", code, "NOT_FOUND", "FORBIDDEN", "NOT_FOUND");

const stream = { namespace: "shop", pod: "web", container: "app", source: "current" as const };
const part = logsPart("shop", [{ stream, lines: ["2021-08-05T10:00:00Z error: no cake", "plain"] }]);
const parts = [objectsPart("resources", "shop", [pod("shop", "web")]), part];

let kubin: Awaited<ReturnType<typeof openKubin>>;
let a: UploadTicket;
let b: UploadTicket;

beforeAll(async () => {
  kubin = await openKubin();
  a = (await uploadParts(kubin.url, parts)).ticket;
  b = (await uploadParts(kubin.url, parts)).ticket;
});
afterAll(() => kubin.close());

interface Rule {
  type: "query" | "mutation" | "subscription";
  input: (snapshotId: string) => unknown;
  row: Row;
}

const ref = (snapshotId: string) => ({ snapshotId });
const partRef = (snapshotId: string) => {
  const { type, namespace, sha256 } = part.entry;
  return { snapshotId, type, namespace, sha256 };
};
const rules: Record<string, Rule> = {
  "upload.begin": {
    type: "mutation",
    input: () => ({ name: "x", layout: "test", manifestVersion: 1 }),
    row: ownerOnly,
  },
  // Snapshot A is completed, so its own ticket is told that the upload is over.
  "upload.sign": {
    type: "mutation",
    input: (snapshotId) => ({ snapshotId, parts: [part.entry] }),
    row: uploader("CONFLICT"),
  },
  "upload.signPiece": {
    type: "mutation",
    input: (snapshotId) => ({ ...partRef(snapshotId), number: 1, pieceSha256: part.entry.sha256 }),
    row: uploader("CONFLICT"),
  },
  // It is stored already, which is all that was asked for.
  "upload.joinPieces": { type: "mutation", input: (snapshotId) => partRef(snapshotId), row: uploader("ok") },
  "upload.complete": {
    type: "mutation",
    input: (snapshotId) => ({ snapshotId, manifest: manifestOf(parts) }),
    row: uploader("ok"),
  },
  "upload.abort": { type: "mutation", input: (snapshotId) => ({ snapshotId, reason: "x" }), row: uploader("CONFLICT") },
  "metadata.list": { type: "query", input: () => ({}), row: ownerOnly },
  "metadata.get": { type: "query", input: ref, row: status },
  "metadata.watch": { type: "subscription", input: ref, row: status },
  // A link opens its own snapshot, whichever that is.
  "metadata.open": {
    type: "query",
    input: () => undefined,
    row: row("FORBIDDEN", "ok", "ok", "FORBIDDEN", "FORBIDDEN", "NOT_FOUND", "FORBIDDEN"),
  },
  "metadata.resources": { type: "query", input: ref, row: readers },
  "metadata.resource": {
    type: "query",
    input: (snapshotId) => ({ snapshotId, group: "", plural: "pods", namespace: "shop", name: "web" }),
    row: readers,
  },
  "metadata.find": { type: "query", input: (snapshotId) => ({ snapshotId, text: "web" }), row: readers },
  "metadata.neighbours": { type: "query", input: ref, row: ownerOnly },
  "metadata.kinds": { type: "query", input: ref, row: readers },
  "metadata.namespaces": { type: "query", input: ref, row: readers },
  "metadata.events": { type: "query", input: ref, row: readers },
  "storage.downloads": { type: "query", input: ref, row: readers },
  "analytics.overview": { type: "query", input: ref, row: readers },
  "analytics.whoCan": {
    type: "query",
    input: (snapshotId) => ({ snapshotId, verb: "get", resource: "secrets" }),
    row: readers,
  },
  "analytics.nodes": { type: "query", input: ref, row: readers },
  "analytics.images": { type: "query", input: ref, row: readers },
  "analytics.certificates": { type: "query", input: ref, row: readers },
  "analytics.timeline": { type: "query", input: ref, row: readers },
  "query.searchLogs": { type: "query", input: (snapshotId) => ({ snapshotId, query: "error" }), row: readers },
  "query.countLogs": { type: "query", input: (snapshotId) => ({ snapshotId, query: "error" }), row: readers },
  "query.histogram": { type: "query", input: (snapshotId) => ({ snapshotId, query: "error" }), row: readers },
  "query.facets": {
    type: "query",
    input: (snapshotId) => ({ snapshotId, query: "error", fields: ["level"] }),
    row: readers,
  },
  "query.fields": { type: "query", input: (snapshotId) => ({ snapshotId, query: "error" }), row: readers },
  "query.viewLog": { type: "query", input: (snapshotId) => ({ snapshotId, stream }), row: readers },
  "query.linesAround": { type: "query", input: (snapshotId) => ({ snapshotId, stream, line: 0 }), row: readers },
  "query.linesAtMoment": { type: "query", input: (snapshotId) => ({ snapshotId, stream, line: 0 }), row: readers },
  "query.streams": { type: "query", input: ref, row: readers },
  "metadata.delete": { type: "mutation", input: ref, row: ownerOnly },
};

function headersOf(actor: Actor): Record<string, string> {
  switch (actor) {
    case "owner":
      return {};
    case "link of A":
      return { "x-kubin-link": tokenOf(a) };
    case "link of B":
      return { "x-kubin-link": tokenOf(b) };
    case "ticket of A":
      return { "x-kubin-ticket": a.ticket };
    case "ticket of B":
      return { "x-kubin-ticket": b.ticket };
    case "wrong link":
      return { "x-kubin-link": "AAAAAAAAAAAAAAAAAAAAAA" };
    case "wrong ticket":
      return { "x-kubin-ticket": "AAAAAAAAAAAAAAAAAAAAAA" };
  }
}

async function outcome(name: string, rule: Rule, actor: Actor): Promise<string> {
  const headers = headersOf(actor);
  if (rule.type === "subscription") return watchOutcome(headers);
  const client = createTRPCUntypedClient({ links: [httpLink({ url: `${kubin.url}/trpc`, headers })] });
  const input = rule.input(a.id);
  try {
    await (rule.type === "query" ? client.query(name, input) : client.mutation(name, input));
    return "ok";
  } catch (error) {
    return kubinCode(error);
  }
}

/** The subscription of the typed client, by the same headers. */
async function watchOutcome(headers: Record<string, string>): Promise<string> {
  const client = createClient({
    server: kubin.url,
    link: headers["x-kubin-link"],
    ticket: headers["x-kubin-ticket"],
  });
  return new Promise((resolve) => {
    const done = (code: string) => {
      resolve(code);
      watch.unsubscribe();
    };
    const watch = client.metadata.watch.subscribe(ref(a.id), {
      onData: () => done("ok"),
      onError: (error) => done("code" in error ? String(error.code) : kubinCode(error)),
    });
  });
}

function kubinCode(error: unknown): string {
  const { data } = error as { data?: { kubin?: { code?: string } } }; // tRPC's error, formatted by api
  return data?.kubin?.code ?? `unexpected: ${String(error)}`;
}

describe("the policy", () => {
  it("has a row for every procedure", () => {
    expect(Object.keys(appRouter._def.procedures).sort()).toEqual(Object.keys(rules).sort());
  });

  // The owner's own calls come last: deleting A would end all other answers.
  const inOrder = Object.entries(rules).flatMap(([name, rule]) =>
    [...actors].reverse().map((actor) => ({ name, rule, actor, expected: rule.row[actor] })),
  );
  it.each(inOrder)("$name by $actor: $expected", async ({ name, rule, actor, expected }) => {
    expect(await outcome(name, rule, actor)).toBe(expected);
  });

  it("tells nobody more about a deleted snapshot than about one that never was", async () => {
    const never = "019aaaaa-0000-7000-8000-000000000000";
    const asked = async (id: string, link?: string) =>
      createClient({ server: kubin.url, link })
        .metadata.kinds.query({ snapshotId: id })
        .catch((error: Error) => error.message);
    expect(await asked(a.id)).toBe(await asked(never));
    expect(await asked(a.id, tokenOf(a))).toBe(await asked(never, "AAAAAAAAAAAAAAAAAAAAAA"));
  });
});
