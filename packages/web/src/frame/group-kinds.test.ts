import type { KindCount } from "@kubin/schema";
import { expect, it } from "vitest";
import { groupKinds } from "./group-kinds.ts";
import { kindTitle } from "./kind-title.ts";

const kind = (group: string, name: string, plural: string): KindCount => ({
  group,
  version: "v1",
  kind: name,
  plural,
  namespaced: true,
  total: 1,
  failing: 0,
  warning: 0,
});

it("sorts kinds into the sections that people know, custom ones by group", () => {
  const groups = groupKinds([
    kind("shop.example", "Order", "orders"),
    kind("apps", "Deployment", "deployments"),
    kind("", "Pod", "pods"),
    kind("", "Event", "events"),
    kind("", "Node", "nodes"),
    kind("apps.example", "Deployment", "deployments"),
  ]);
  expect(groups.nodes?.kind).toBe("Node");
  expect(groups.sections.get("workloads")?.map(({ plural }) => plural)).toEqual(["pods", "deployments"]);
  expect(groups.sections.get("custom")?.map(({ group }) => group)).toEqual(["apps.example", "shop.example"]);
  expect([...groups.sections.values()].flat().some(({ plural }) => plural === "events")).toBe(false);
});

it.each([
  ["Pod", "Pods"],
  ["NetworkPolicy", "NetworkPolicies"],
  ["Ingress", "Ingresses"],
  ["StorageClass", "StorageClasses"],
  ["Endpoints", "Endpoints"],
  ["Gateway", "Gateways"],
])("%s in the plural is %s", (one, many) => {
  expect(kindTitle(one)).toBe(many);
});
