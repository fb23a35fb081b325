import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { loadAll } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Io } from "../io.ts";
import { run } from "../run.ts";
import type { RbacObject } from "./rbac-objects.ts";

interface Rule {
  apiGroups?: string[];
  resources?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
}

async function rbac(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io: Io = {
    stdout,
    stderr,
    stdin: new PassThrough(),
    env: { HOME: "/nonexistent" },
    platform: "linux",
    cwd: "/",
    terminal: { stdin: false, stdout: false, stderr: false },
    size: () => ({ columns: 400, rows: 30 }),
    signal: new AbortController().signal,
    onFirstStop: () => () => {},
    atExit: () => () => {},
  };
  const code = await run(["rbac", ...args], io);
  return { code, text: String(stdout.read() ?? ""), said: String(stderr.read() ?? "") };
}

/** The printed YAML, parsed. */
async function objects(...args: string[]): Promise<RbacObject[]> {
  const { code, text, said } = await rbac(...args);
  expect({ code, said }).toEqual({ code: 0, said: "" });
  return loadAll(text).filter((one): one is RbacObject => one !== null && one !== undefined);
}

function rulesOf(all: readonly RbacObject[], kind: string, namespace?: string): Rule[] {
  const role = all.find((one) => one.kind === kind && one.metadata.namespace === namespace);
  expect(role, `${kind} ${namespace}`).toBeDefined();
  return role!.rules as Rule[];
}

function allows(rules: readonly Rule[], verb: string, name: string): boolean {
  const [plural, ...group] = name.split(".");
  return rules.some(
    (rule) =>
      rule.verbs.includes(verb) && rule.apiGroups?.includes(group.join(".")) && rule.resources?.includes(plural!),
  );
}

const everyRule = (all: readonly RbacObject[]) => all.flatMap(({ rules = [] }) => rules as Rule[]);

test("one ClusterRole reads every type of a cluster but Secrets, and changes nothing", async () => {
  const all = await objects();
  expect(all.map(({ kind }) => kind)).toEqual(["ClusterRole"]);
  const rules = rulesOf(all, "ClusterRole");
  for (const name of ["pods", "nodes", "namespaces", "events", "events.events.k8s.io", "deployments.apps"]) {
    expect(allows(rules, "list", name), name).toBe(true);
  }
  for (const name of ["ingresses.networking.k8s.io", "volumeattributesclasses.storage.k8s.io", "jobs.batch"]) {
    expect(allows(rules, "list", name), name).toBe(true);
  }
  expect(allows(rules, "get", "pods/log")).toBe(true);
  // It lets its holder run commands in containers.
  expect(allows(rules, "get", "nodes/proxy")).toBe(false);
  const asked = rulesOf(await objects("--node-summaries"), "ClusterRole");
  expect(allows(asked, "get", "nodes/proxy")).toBe(true);
  const urls = rules.flatMap(({ nonResourceURLs = [] }) => nonResourceURLs);
  expect(urls).toEqual(expect.arrayContaining(["/version", "/readyz", "/livez", "/openapi/*", "/api", "/apis/*"]));
  expect(rules.flatMap(({ resources = [] }) => resources)).not.toContain("secrets");
  const words = rules.flatMap(({ apiGroups = [], resources = [], verbs }) => [...apiGroups, ...resources, ...verbs]);
  expect(words.filter((word) => word.includes("*"))).toEqual([]);
  expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(["list", "get"]));
});

test("rights that are not wanted are left out, and Secrets come only when asked for", async () => {
  const without = rulesOf(await objects("--no-logs"), "ClusterRole");
  expect(allows(without, "get", "pods/log")).toBe(false);
  expect(allows(without, "get", "nodes/proxy")).toBe(false);
  expect(allows(rulesOf(await objects("--with-secrets"), "ClusterRole"), "list", "secrets")).toBe(true);
  const some = rulesOf(await objects("--include", "pods,*.apps", "--exclude", "replicasets"), "ClusterRole");
  expect(some.flatMap(({ resources = [] }) => resources)).toEqual([
    "pods",
    "controllerrevisions",
    "daemonsets",
    "deployments",
    "statefulsets",
    "pods/log",
  ]);
});

test("of some namespaces: a Role in each, and a ClusterRole that reads nothing in any namespace", async () => {
  const all = await objects("-n", "shop", "-n", "pay,shop", "--name", "reader", "--service-account", "ops/kubin");
  expect(all.map(({ kind, metadata: { namespace = "" } }) => `${kind} ${namespace}`.trim())).toEqual([
    "ServiceAccount ops",
    "ClusterRole",
    "ClusterRoleBinding",
    "Role shop",
    "RoleBinding shop",
    "Role pay",
    "RoleBinding pay",
  ]);
  const wide = rulesOf(all, "ClusterRole");
  expect(allows(wide, "list", "namespaces")).toBe(true);
  for (const name of ["pods", "events", "configmaps"]) expect(allows(wide, "list", name), name).toBe(false);
  expect(allows(wide, "get", "pods/log")).toBe(false);
  const narrow = rulesOf(all, "Role", "pay");
  expect(allows(narrow, "list", "pods")).toBe(true);
  expect(allows(narrow, "get", "pods/log")).toBe(true);
  expect(allows(narrow, "list", "nodes")).toBe(false);
  expect(narrow.some(({ nonResourceURLs }) => nonResourceURLs)).toBe(false);
  for (const one of all.filter(({ kind }) => kind.endsWith("Binding"))) {
    expect(one.roleRef).toMatchObject({ kind: one.kind.replace("Binding", ""), name: "reader" });
    expect(one.subjects).toEqual([{ kind: "ServiceAccount", namespace: "ops", name: "kubin" }]);
  }
  const only = await objects("-n", "shop", "--namespaced-only");
  expect(only.map(({ kind }) => kind)).toEqual(["Role"]);
});

test("custom types: of a known group by its name, of others as they are named, and never by a wildcard", async () => {
  const all = await objects("-n", "shop", "--group", "cert-manager.io", "--group", "example.org=widgets,gadgets");
  expect(allows(rulesOf(all, "Role", "shop"), "list", "certificates.cert-manager.io")).toBe(true);
  expect(allows(rulesOf(all, "ClusterRole"), "list", "clusterissuers.cert-manager.io")).toBe(true);
  expect(allows(rulesOf(all, "Role", "shop"), "list", "gadgets.example.org")).toBe(true);
  expect(everyRule(all).flatMap(({ resources = [] }) => resources)).not.toContain("*");
});

test("as JSON it is one List, which kubectl takes too", async () => {
  const { text } = await rbac("--output", "json", "--service-account", "kubin/kubin");
  const list = JSON.parse(text) as { kind: string; items: RbacObject[] };
  expect(list).toMatchObject({ apiVersion: "v1", kind: "List" });
  expect(list.items).toEqual(await objects("--service-account", "kubin/kubin"));
});

test("its head says which capture it is for, and what nodes/proxy is", async () => {
  const { text } = await rbac("-n", "shop", "--no-logs");
  expect(text).toContain("# What this reads: kubin create -n shop --exclude secrets --no-logs --no-node-summaries\n");
  expect(text).not.toContain("nodes/proxy");
  expect((await rbac("--node-summaries")).text).toContain("nodes/proxy");
});

test.each([
  [["--group", "example.org"], /which types\?\s.*example\.org=widgets/],
  [["--group", "Nonsense!"], /takes a group/],
  [["--include", "secrets"], /--with-secrets/],
  [["--include", "widgets"], /no built-in type/],
  [["--include", "pods", "--exclude", "pods"], /Nothing is left/],
  [["-n", "team-*"], /--from-cluster globs/],
  [["--namespaced-only"], /needs --namespace/],
  [["--service-account", "kubin"], /namespace\/name/],
  [["--name", "A b"], /lower-case/],
  [["--from-cluster", "--group", "example.org"], /--group is for/],
])("%s is wrong usage", async (args, sentence) => {
  const { code, text, said } = await rbac(...args);
  expect({ code, text }).toEqual({ code: 2, text: "" });
  expect(said).toMatch(sentence);
});

// A played API server with one custom type of each scope, and OpenShift's tokens.
const resource = (plural: string, scope: string) => ({
  resource: plural,
  responseKind: { group: "", version: "v1", kind: plural },
  scope,
  verbs: ["get", "list"],
});
const groupOf = (name: string, resources: unknown[]) => ({
  metadata: { name },
  versions: [{ version: "v1", resources, freshness: "Current" }],
});
const discovery = (items: unknown[]) => ({
  kind: "APIGroupDiscoveryList",
  apiVersion: "apidiscovery.k8s.io/v2",
  items,
});
const answers: Record<string, unknown> = {
  "/api": discovery([groupOf("", [resource("pods", "Namespaced"), resource("secrets", "Namespaced")])]),
  "/apis": discovery([
    groupOf("example.org", [resource("widgets", "Namespaced"), resource("planets", "Cluster")]),
    groupOf("oauth.openshift.io", [resource("oauthaccesstokens", "Cluster")]),
  ]),
  "/api/v1/namespaces": { items: ["team-a", "team-b", "other"].map((name) => ({ metadata: { name } })) },
};
let cluster: Server;
let folder = "";
beforeAll(async () => {
  cluster = createServer((request, response) => {
    const answer = answers[(request.url ?? "").split("?")[0]!];
    response.writeHead(answer === undefined ? 404 : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? { kind: "Status", code: 404 }));
  });
  await new Promise<void>((resolve) => cluster.listen(0, "127.0.0.1", resolve));
  folder = await mkdtemp(join(tmpdir(), "kubin-rbac-"));
  const config = {
    clusters: [{ name: "c", cluster: { server: `http://127.0.0.1:${(cluster.address() as AddressInfo).port}` } }],
    contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
    users: [{ name: "u", user: {} }],
    "current-context": "c",
  };
  await writeFile(join(folder, "kubeconfig"), JSON.stringify(config));
});
afterAll(async () => {
  cluster.closeAllConnections();
  await new Promise((resolve) => cluster.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

test("asked, the cluster tells types, scopes and namespaces; its Secrets and tokens stay out", async () => {
  const all = await objects("--from-cluster", "--kubeconfig", join(folder, "kubeconfig"), "-n", "team-*");
  const roles = all.filter(({ kind }) => kind === "Role").map(({ metadata }) => metadata.namespace);
  expect(roles).toEqual(["team-a", "team-b"]);
  expect(allows(rulesOf(all, "Role", "team-a"), "list", "widgets.example.org")).toBe(true);
  expect(allows(rulesOf(all, "ClusterRole"), "list", "planets.example.org")).toBe(true);
  const resources = everyRule(all).flatMap(({ resources: names = [] }) => names);
  expect(resources).toEqual(["planets", "pods", "widgets", "pods/log", "pods", "widgets", "pods/log"]);
});
