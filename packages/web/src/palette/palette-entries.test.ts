import type { KindCount } from "@kubin/schema";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { commandEntries } from "./command-entries.ts";
import { foundEntries } from "./found-entries.ts";
import { localEntries } from "./local-entries.ts";
import type { PaletteEntry } from "./palette-entry.ts";
import { parseCommand } from "./parse-command.ts";

const kind = (group: string, plural: string, name: string): KindCount => ({
  group,
  plural,
  kind: name,
  namespaced: plural !== "nodes",
  version: "v1",
  total: 3,
  failing: 0,
  warning: 0,
});

const kinds = [
  kind("", "pods", "Pod"),
  kind("", "nodes", "Node"),
  kind("", "secrets", "Secret"),
  kind("apps", "deployments", "Deployment"),
  kind("policy", "poddisruptionbudgets", "PodDisruptionBudget"),
  kind("example.org", "deployments", "Deployment"),
  kind("cert-manager.io", "certificates", "Certificate"),
];

const context = () => ({ kinds, complete: true, chooseNamespaces: vi.fn(), setNamespaces: vi.fn(), back: vi.fn() });

describe("commands", () => {
  it.each([
    ["po", { page: "list", group: "", plural: "pods", search: {} }],
    ["pods", { page: "list", group: "", plural: "pods", search: {} }],
    ["Pod  shop", { page: "list", group: "", plural: "pods", search: { ns: "shop" } }],
    ["po shop,data /crash", { page: "list", group: "", plural: "pods", search: { ns: "shop,data", q: "crash" } }],
    ["po /crash loop", { page: "list", group: "", plural: "pods", search: { q: "crash loop" } }],
    ["no shop", { page: "list", group: "", plural: "nodes", search: {} }],
    ["deploy", { page: "list", group: "apps", plural: "deployments", search: {} }],
    ["deployments.example.org", { page: "list", group: "example.org", plural: "deployments", search: {} }],
    ["events", { page: "events", search: {} }],
    ["logs shop", { page: "logs", search: { ns: "shop" } }],
    ["helm", { page: "helm", search: {} }],
    ["who", { page: "who-can", search: {} }],
  ])(":%s", (text, place) => {
    expect(commandEntries(text, context())[0]?.to).toEqual(place);
  });

  it("choose namespaces, set them, or all", () => {
    const given = context();
    run(commandEntries("ns", given)[0]);
    expect(given.chooseNamespaces).toHaveBeenCalledOnce();
    run(commandEntries("ns shop data", given)[0]);
    expect(given.setNamespaces).toHaveBeenLastCalledWith(["shop", "data"]);
    run(commandEntries("ns all", given)[0]);
    expect(given.setNamespaces).toHaveBeenLastCalledWith([]);
  });

  it("go back with :q", () => {
    const given = context();
    run(commandEntries("q", given)[0]);
    expect(given.back).toHaveBeenCalledOnce();
  });

  it("list all there is before a letter is typed, and nothing for what is not there", () => {
    expect(commandEntries("", context()).length).toBeGreaterThan(kinds.length);
    expect(commandEntries("frobnicate", context())).toEqual([]);
  });

  it("lead to what was not captured from a kind that Kubernetes defines and the capture does not hold", () => {
    const [first, ...more] = commandEntries("pv", context());
    expect(first).toMatchObject({ name: "No PersistentVolumes were captured", to: { page: "coverage" } });
    expect(more).toEqual([]);
    expect(commandEntries("pv", { ...context(), complete: false })).toEqual([]);
    expect(commandEntries("pv", { ...context(), kinds: [] })).toEqual([]);
    const names = commandEntries("ev", context()).map(({ name }) => name);
    expect(names).toEqual(["Events"]);
  });

  it("know no Helm where nothing can hold a release", () => {
    expect(commandEntries("helm", { ...context(), kinds: kinds.slice(0, 2) })).toEqual([]);
  });

  it("are read without surprise from any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const { word, namespaces } = parseCommand(text);
        expect(word).not.toMatch(/\s/);
        for (const name of namespaces) expect(name).not.toMatch(/[\s,]/);
        const keys = commandEntries(text, context()).map((entry) => entry.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe("what is found here", () => {
  const theme: PaletteEntry = {
    key: "t",
    icon: "action",
    name: "Switch to the dark theme",
    what: "Action",
    to: vi.fn<() => void>(),
  };
  const names = (text: string) => localEntries({ text, kinds, actions: [theme] }).map((entry) => entry.name);

  it("puts the exact kind before those that begin so, and pages before actions", () => {
    expect(names("po")).toEqual(["Pods", "PodDisruptionBudgets"]);
    expect(names("cert")).toEqual(["Certificates", "Certificates"]);
    expect(names("d")).toEqual(["Deployments", "Deployments", "Documents", "Switch to the dark theme"]);
  });

  it("finds an action by the beginnings of its words, in any order", () => {
    expect(names("theme dark")).toEqual(["Switch to the dark theme"]);
    expect(names("heme")).toEqual([]);
    expect(names(" ")).toEqual([]);
  });
});

it("an address: who has it stands before what tells of it", () => {
  const found = (plural: string) => ({
    group: "",
    version: "v1",
    kind: plural,
    plural,
    namespace: "shop",
    name: "web",
    health: "ok" as const,
    reason: "",
    matched: "address" as const,
    excerpt: "10.0.0.7",
  });
  const entries = foundEntries(["endpoints", "services", "pods"].map(found), "name");
  expect(entries.map((entry) => entry.what)).toEqual(["pods in shop", "services in shop", "endpoints in shop"]);
});

function run(entry: PaletteEntry | undefined): void {
  expect(typeof entry?.to).toBe("function");
  if (typeof entry?.to === "function") entry.to();
}
