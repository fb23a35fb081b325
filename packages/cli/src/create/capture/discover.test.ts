import { expect, test } from "vitest";
import { openFakeApi, sendJson, sendStatus } from "../fixtures/fake-api.ts";
import { discover } from "./discover.ts";
import { findNamespaces } from "./find-namespaces.ts";

const verbs = ["get", "list"];
const pods = { name: "pods", kind: "Pod", namespaced: true, verbs };
const legacy: Record<string, unknown> = {
  "/api": { kind: "APIVersions", versions: ["v1"] },
  "/apis": {
    kind: "APIGroupList",
    groups: [
      {
        name: "example.org",
        versions: [{ version: "v1beta1" }, { version: "v1" }],
        preferredVersion: { version: "v1" },
      },
      { name: "dead.example", versions: [{ version: "v1" }], preferredVersion: { version: "v1" } },
    ],
  },
  "/api/v1": { resources: [pods, { name: "pods/log", kind: "Pod", namespaced: true, verbs: ["get"] }] },
  "/apis/example.org/v1": { resources: [{ name: "widgets", kind: "Widget", namespaced: false, verbs }] },
  "/apis/example.org/v1beta1": {
    resources: [
      { name: "widgets", kind: "Widget", namespaced: false, verbs },
      { name: "gadgets", kind: "Gadget", namespaced: true, verbs },
    ],
  },
};

test("an old server is asked group by group; a dead one is told, and types come in the preferred version", async () => {
  await using api = await openFakeApi(({ pathname }, response) => {
    const known = legacy[pathname];
    if (known) sendJson(response, known);
    else sendStatus(response, 503, "ServiceUnavailable");
  });
  const { types, dead, documents } = await discover(api.client());
  expect(types.map(({ group, version, plural, namespaced }) => [group, version, plural, namespaced])).toEqual([
    ["", "v1", "pods", true],
    ["example.org", "v1", "widgets", false],
    ["example.org", "v1beta1", "gadgets", true],
  ]);
  expect(dead).toMatchObject([{ groupVersion: "dead.example/v1", detail: expect.stringContaining("503") }]);
  expect([...documents.keys()]).toContain("discovery/example.org/v1.json");
});

test("a server that does not know the caller ends the capture, and the sentence does not name anybody", async () => {
  await using api = await openFakeApi((_url, response) => sendStatus(response, 401, "Unauthorized"));
  const failure: unknown = await discover(api.client()).catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: expect.stringContaining("credentials are wrong or over") });
  expect(String(failure)).not.toMatch(/alice|127\.0\.0\.1/);
});

const names = ["default", "kube-system", "shop", "team-a", "team-b"];

async function scopeOf(only: string[], except: string[], more: { refused?: boolean; known?: string[] } = {}) {
  await using api = await openFakeApi((url, response) => {
    const one = /namespaces\/(.+)$/.exec(url.pathname)?.[1];
    if (one) return names.includes(one) ? sendJson(response, {}) : sendStatus(response, 404, "NotFound");
    if (more.refused) return sendStatus(response, 403, "Forbidden");
    const at = Number(url.searchParams.get("continue") ?? 0);
    const items = names.slice(at, at + 2).map((name) => ({ metadata: { name } }));
    sendJson(response, { items, metadata: at + 2 < names.length ? { continue: String(at + 2) } : {} });
  });
  const scope = await findNamespaces(api.client(), { only, except, known: more.known ?? [] });
  return { ...scope, questions: api.asked.length };
}

test("a name with a slip in it is told, and a glob that fits nothing", async () => {
  const { names: found, gaps } = await scopeOf(["shop", "shpo"], []);
  expect(found).toEqual(["shop", "shpo"]);
  expect(gaps).toMatchObject([{ kind: "missing", what: "namespace shpo" }]);
  expect((await scopeOf(["taem-*", "team-*"], [])).gaps).toMatchObject([{ what: "namespace taem-*" }]);
});

test("globs and exceptions are looked up, page by page", async () => {
  expect(await scopeOf(["team-*"], [])).toMatchObject({ names: ["team-a", "team-b"], questions: 3 });
  expect(await scopeOf([], [])).toMatchObject({ names: undefined, except: [], fallback: names });
});

test("few exceptions are left out of one list over all, instead of a list for each of the others", async () => {
  expect(await scopeOf([], ["kube-*"])).toMatchObject({ names: undefined, except: ["kube-system"] });
});

test("who may not list namespaces gets those that are known", async () => {
  const scope = await scopeOf([], [], { refused: true, known: ["shop"] });
  expect(scope).toMatchObject({
    names: undefined,
    fallback: ["shop"],
    gaps: [{ kind: "forbidden", what: "namespaces" }],
  });
  expect(await scopeOf(["sh*"], [], { refused: true, known: ["shop", "other"] })).toMatchObject({ names: ["shop"] });
});
