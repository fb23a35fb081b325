import type { KindCount } from "@kubin/schema";
import { expect, it } from "vitest";
import { whatToFind } from "./what-to-find.ts";

const counts = { version: "v1", total: 1, failing: 0, warning: 0 };
const configMaps: KindCount = { group: "", plural: "configmaps", kind: "ConfigMap", namespaced: true, ...counts };
const nodes: KindCount = { group: "", plural: "nodes", kind: "Node", namespaced: false, ...counts };
const kinds = [configMaps, nodes];

it.each([
  ["cm settings", { text: "settings", kinds: [configMaps] }],
  ["configmap/settings", { text: "settings", kinds: [configMaps] }],
  ["Node  worker-1", { text: "worker-1", kinds: [nodes] }],
  ["10.0.0.7:8080", { text: "10.0.0.7", kinds: [] }],
  ["[fd00::7]:8080", { text: "fd00::7", kinds: [] }],
  ["10.0.0.7", { text: "10.0.0.7", kinds: [] }],
  ["https://10.130.0.33:8443/health", { text: "10.130.0.33", kinds: [] }],
  ["http://[fd00::7]:8080/x?y=1", { text: "fd00::7", kinds: [] }],
  ["tcp://web.shop.svc:5432", { text: "web.shop.svc", kinds: [] }],
  ["HTTP://user@web", { text: "web", kinds: [] }],
  // Not a whole address.
  ["GET https://10.0.0.7/x", { text: "GET https://10.0.0.7/x", kinds: [] }],
  ["https://", { text: "https://", kinds: [] }],
  // No name of a kind, or more words than a name has: text as it stands.
  ["quay.io/shop/web", { text: "quay.io/shop/web", kinds: [] }],
  ["cm could not mount", { text: "cm could not mount", kinds: [] }],
  ["cm", { text: "cm", kinds: [] }],
])("%s", (typed, expected) => {
  expect(whatToFind(typed, kinds)).toEqual(expected);
});
