import type { ResourceRow } from "@kubin/schema";
import { expect, it } from "vitest";
import { helmHealth } from "./helm-health.ts";
import { helmReleases } from "./helm-releases.ts";

const secret = (name: string, labels: Record<string, string>): ResourceRow => ({
  group: "",
  version: "v1",
  kind: "Secret",
  plural: "secrets",
  namespace: "shop",
  name,
  labels,
  createdAt: "2026-11-01T00:00:00.000Z",
  health: "unknown",
  reason: "",
  cells: [],
});
const release = (version: string, status: string) =>
  secret(`sh.helm.release.v1.web.v${version}`, { owner: "helm", name: "web", version, status });

it("folds the revisions of a release below the newest, by number and not by text", () => {
  const [web, ...others] = helmReleases([
    release("9", "superseded"),
    release("10", "failed"),
    release("8", "superseded"),
  ]);
  expect(others).toEqual([]);
  expect(web).toMatchObject({
    name: "web",
    namespace: "shop",
    newest: { revision: 10, status: "failed", updatedAt: "2026-11-01T00:00:00.000Z" },
    earlier: [{ revision: 9 }, { revision: 8 }],
  });
});

it("takes the time that Helm wrote where there is one, and nothing that is not of Helm", () => {
  const labels = { owner: "helm", name: "db", version: "1", status: "deployed", modifiedAt: "1764000000" };
  const found = helmReleases([
    secret("a", labels),
    secret("b", { name: "web", version: "1" }),
    secret("c", { owner: "helm" }),
    secret("d", { ...labels, name: "odd", modifiedAt: "99999999999999999", version: "x" }),
  ]);
  expect(found.map(({ name, newest }) => [name, newest.revision, newest.updatedAt])).toEqual([
    ["db", 1, "2025-11-24T16:00:00.000Z"],
    ["odd", 0, "2026-11-01T00:00:00.000Z"],
  ]);
});

it.each([
  ["deployed", "ok"],
  ["failed", "failing"],
  ["pending-upgrade", "warning"],
  ["", "unknown"],
])("status %s is %s", (status, health) => {
  expect(helmHealth(status)).toBe(health);
});
