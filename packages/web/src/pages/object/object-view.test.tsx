import type { RelatedObject, ResourceDetail, ResourceRow, Snapshot } from "@kubin/schema";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { App } from "../../app/app.tsx";
import { answerTrpc } from "../../fixtures/answer-trpc.ts";
import { completedSnapshot } from "../../fixtures/completed-snapshot.ts";

const snapshot: Snapshot = {
  ...completedSnapshot,
  cluster: { name: "prod-eu-1" },
  gaps: 1,
};

const base = { version: "v1", namespace: "shop", health: "ok" as const, reason: "", cells: [] };

function row(given: Pick<ResourceRow, "kind" | "plural" | "name"> & Partial<ResourceRow>): ResourceRow {
  return { ...base, group: "", labels: {}, ...given };
}

function related(given: Pick<RelatedObject, "kind" | "plural" | "name" | "relation"> & Partial<RelatedObject>) {
  return { ...base, group: "", captured: true, ...given } satisfies RelatedObject;
}

const slice: ResourceDetail = {
  row: row({ group: "discovery.k8s.io", kind: "EndpointSlice", plural: "endpointslices", name: "web-x" }),
  columns: [],
  object: {
    kind: "EndpointSlice",
    endpoints: [
      { addresses: ["10.0.0.1"], targetRef: { name: "web-1" }, conditions: { ready: true } },
      { addresses: ["10.0.0.2"], targetRef: { name: "web-2" }, conditions: { ready: false } },
    ],
  },
  related: [],
  events: [],
};

const service: ResourceDetail = {
  row: row({ kind: "Service", plural: "services", name: "web", labels: { team: "a" } }),
  columns: [],
  object: {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: "shop", labels: { team: "a" } },
    spec: { selector: { app: "web" }, ports: [{ port: 80, targetPort: 8080 }] },
  },
  related: [
    related({ kind: "Pod", plural: "pods", name: "web-1", relation: "selects" }),
    related({
      kind: "Pod",
      plural: "pods",
      name: "web-2",
      relation: "selects",
      health: "failing",
      reason: "CrashLoopBackOff",
    }),
    related({ ...slice.row, relation: "used-by" }),
  ],
  events: [],
};

const pod: ResourceDetail = {
  row: row({ kind: "Pod", plural: "pods", name: "web-1" }),
  columns: [],
  object: {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: "web-1",
      namespace: "shop",
      ownerReferences: [{ kind: "ReplicaSet", name: "web-7d", controller: true }],
      managedFields: [{}],
    },
    spec: { nodeName: "node-9", containers: [{ name: "app", envFrom: [{ configMapRef: { name: "web-config" } }] }] },
  },
  related: [
    related({ group: "apps", kind: "ReplicaSet", plural: "replicasets", name: "web-7d", relation: "owner" }),
    related({ kind: "ConfigMap", plural: "configmaps", name: "web-config", relation: "uses" }),
    related({ kind: "Node", plural: "nodes", name: "node-9", namespace: "", relation: "node", captured: false }),
    related({ kind: "Service", plural: "services", name: "web", relation: "selected-by" }),
  ],
  events: [],
};

let details: ResourceDetail[] = [];
let answers: Record<string, unknown> = {};

const server = setupServer(answerTrpc(answer));

function answer(path: string, input: unknown) {
  if (path !== "metadata.resource") return { result: { data: answers[path] ?? null } };
  const { plural, name } = Object(input);
  const found = details.find((one) => one.row.plural === plural && one.row.name === name);
  if (found) return { result: { data: found } };
  const message = `This snapshot holds no ${plural} named ${name}.`;
  return {
    error: {
      code: -32_004,
      message,
      data: { code: "NOT_FOUND", httpStatus: 404, kubin: { code: "NOT_FOUND", message } },
    },
  };
}

beforeAll(() => {
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});
afterAll(() => server.close());

function open(path: string, given: ResourceDetail[], more: Record<string, unknown> = {}) {
  details = given;
  answers = {
    "metadata.open": snapshot,
    "metadata.kinds": [],
    "metadata.namespaces": [],
    "metadata.neighbours": {},
    "metadata.resources": { columns: [], items: [], total: 0 },
    "query.streams": { items: [], total: 0 },
    ...more,
  };
  window.history.replaceState(null, "", path);
  window.scrollTo = vi.fn();
  return render(<App nonce="n" />);
}

it("tells who is behind a service, and why one is not", async () => {
  open("/s/t/r/core/services/shop/web", [service, slice]);
  expect(await screen.findByText("1 of 2 get traffic.")).toBeTruthy();
  const table = screen.getByRole("table", { name: "Behind it" });
  const [, worst] = within(table).getAllByRole("row");
  expect(worst?.textContent).toContain("web-2");
  expect(worst?.textContent).toContain("no, not ready");
  expect(worst?.textContent).toContain("CrashLoopBackOff");
});

it("tells first what the pods of a workload suffer from, also where the workload itself says that it is well", async () => {
  const restarted = (count: number) => `${count} restarts, last: app exited 137, OOMKilled at 128Mi`;
  const web = (name: string, count: number): RelatedObject => ({
    ...related({ kind: "Pod", plural: "pods", name, relation: "selects" }),
    health: "warning",
    reason: restarted(count),
    cells: ["1/1", "Running", count, null, null, null, null, null],
    lastRestartAt: "2026-11-23T10:41:00.000Z",
  });
  const deployment: ResourceDetail = {
    row: row({ group: "apps", kind: "Deployment", plural: "deployments", name: "web" }),
    columns: [],
    object: { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web", namespace: "shop" } },
    related: [web("web-1", 3), web("web-2", 8), related({ ...pod.row, name: "web-3", relation: "selects" })],
    events: [],
  };
  const { unmount } = open("/s/t/r/apps/deployments/shop/web", [deployment]);
  const told = await screen.findByText(/2 of 3 pods:/);
  expect(screen.queryByText("OK", { selector: "header *" })).toBeNull();
  expect(told.parentElement?.textContent).toBe(
    `2 of 3 pods: ${restarted(8)}; 11 restarts in all; last restart 3m before capture`,
  );
  unmount();
  const reason = "0 of 2 available: new pods are refused: exceeded quota";
  open("/s/t/r/apps/deployments/shop/web", [
    { ...deployment, row: { ...deployment.row, health: "failing", reason }, related: [web("web-1", 3)] },
  ]);
  const quota = await screen.findByText(reason);
  const first = screen.getByText("Its pod:");
  expect(first.parentElement?.textContent).toBe(`Its pod: ${restarted(3)}; last restart 3m before capture`);
  expect(quota.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
});

it("says which pods of a node each number counts", async () => {
  const amounts = { requests: { cpu: 1, memory: 1 }, limits: { cpu: 1, memory: 1 } };
  const onNode = (name: string) => related({ kind: "Pod", plural: "pods", name, relation: "used-by" });
  const node: ResourceDetail = {
    row: row({ kind: "Node", plural: "nodes", namespace: "", name: "n1" }),
    columns: [],
    object: { apiVersion: "v1", kind: "Node", metadata: { name: "n1" } },
    related: [{ ...onNode("web-1"), amounts }, onNode("done-1")],
    events: [],
  };
  const allocatable = { cpu: 4, memory: 8, pods: 250 };
  const item = { name: "n1", health: "ok", reason: "", allocatable, ...amounts, pods: 1 };
  open("/s/t/r/core/nodes/_/n1", [node], { "analytics.nodes": { items: [item], total: 1, unassigned: 0 } });
  // The room that its pods take moves what is below: the page is shown once it is known.
  await waitFor(() => expect(document.querySelector("[data-hidden]")?.getAttribute("data-hidden")).toBe("false"));
  expect(screen.getByText("1 not finished, of 250 it takes (0 %)")).toBeTruthy();
  expect(screen.getByText("2, 1 of them finished")).toBeTruthy();
});

it("tells that no pod matches the selector of a service", async () => {
  open("/s/t/r/core/services/shop/web", [{ ...service, related: [] }]);
  expect(await screen.findByText("Nobody: no pod matches app=web.")).toBeTruthy();
});

it("leads from a label to the objects that share it", async () => {
  open("/s/t/r/core/services/shop/web", [{ ...service, related: [] }]);
  const label = await screen.findByRole("link", { name: /team\s*=a/ });
  expect(label.getAttribute("href")).toBe("/s/t/r/core/services?q=team%3Da");
});

it("describes by d, shows users by u, and goes to the owner by o", async () => {
  open("/s/t/r/core/pods/shop/web-1", [pod]);
  await screen.findByRole("heading", { name: "web-1" });
  fireEvent.keyDown(document.body, { key: "d" });
  const text = await screen.findByRole("textbox", { name: "Description of web-1" });
  expect(text.textContent).toContain("Controlled By:");
  fireEvent.keyDown(document.body, { key: "u" });
  expect(await screen.findByText(/Only what uses it/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "web" }).getAttribute("href")).toBe("/s/t/r/core/services/shop/web");
  expect(screen.queryByRole("link", { name: "web-config" })).toBeNull();
  fireEvent.keyDown(document.body, { key: "o" });
  await waitFor(() => expect(window.location.pathname).toBe("/s/t/r/apps/replicasets/shop/web-7d"));
});

it("makes names of captured objects in the YAML links, and no others; hides managed fields", async () => {
  open("/s/t/r/core/pods/shop/web-1?tab=yaml", [pod]);
  const text = await screen.findByRole("textbox", { name: "YAML of web-1" });
  const links = [...text.querySelectorAll("a")];
  expect(links.map((link) => link.textContent)).toEqual(["web-7d", "web-config"]);
  expect(links[1]?.getAttribute("href")).toBe("/s/t/r/core/configmaps/shop/web-config");
  expect(text.textContent).toContain("nodeName: node-9");
  expect(text.textContent).not.toContain("managedFields");
  fireEvent.click(screen.getByRole("switch", { name: "Managed fields" }));
  await waitFor(() =>
    expect(screen.getByRole("textbox", { name: "YAML of web-1" }).textContent).toContain("managedFields"),
  );
});

it("says of an object that is not there whether its kind could not be read", async () => {
  open("/s/t/r/core/secrets/shop/token", [], {
    "analytics.overview": {
      coverage: [
        { kind: "duplicate", what: "b/secrets/token.yaml", namespace: "shop", detail: "The same as a.", count: 1 },
        { kind: "forbidden", what: "secrets", namespace: "", detail: "Listing secrets was forbidden.", count: 1 },
      ],
    },
  });
  expect(await screen.findByRole("heading", { name: "Not in this capture" })).toBeTruthy();
  expect(await screen.findByText("Listing secrets was forbidden.")).toBeTruthy();
});

it("says what a number beside a related object counts, and gives long facts lines of their own at the end", async () => {
  const [owner, ...others] = pod.related;
  const cells = [2, 2, 2, "2026-11-23T10:00:00.000Z"];
  const columns = [
    { name: "Images", type: "text" as const, wide: true },
    { name: "IP", type: "text" as const, wide: true },
  ];
  const images = "registry.example.com/shop/web@sha256:0123456789ab";
  const wide = { ...pod, row: row({ ...pod.row, cells: [images, "10.0.0.1"] }), columns };
  const related = owner ? [{ ...owner, cells }, ...others] : others;
  const { unmount } = open("/s/t/r/core/pods/shop/web-1?tab=related", [{ ...wide, related }]);
  expect(await screen.findByText("2 ready")).toBeTruthy();
  unmount();
  open("/s/t/r/core/pods/shop/web-1", [wide]);
  const value = await screen.findByText(images);
  expect(value.closest("div")?.dataset.long).toBe("true");
  expect(value.compareDocumentPosition(screen.getByText("10.0.0.1"))).toBe(Node.DOCUMENT_POSITION_PRECEDING);
});

it("lists the logs of a pod, the run before marked", async () => {
  const stream = { namespace: "shop", pod: "web-1", container: "app", lines: 1200, bytes: 9 };
  const items = [
    { ...stream, source: "current" },
    { ...stream, source: "previous", lines: 7 },
  ];
  open("/s/t/r/core/pods/shop/web-1?tab=logs", [pod], { "query.streams": { items, total: 2 } });
  const table = await screen.findByRole("table", { name: "Logs" });
  expect(within(table).getByText("1,200")).toBeTruthy();
  expect(within(table).getByText("previous")).toBeTruthy();
  const [, last] = within(table).getAllByRole("link", { name: "Open" });
  expect(last?.getAttribute("href")).toBe("/s/t/logs/shop/web-1/app/previous?line=last");
});

it("gives the drawer the width that the reader chose, by keyboard, and remembers it", async () => {
  window.innerWidth = 1600;
  open("/s/t/r/core/pods?open=core/pods/shop/web-1", [pod]);
  const drawer = await screen.findByRole("complementary", { name: "Object" });
  await within(drawer).findByRole("heading", { name: "web-1" });
  const edge = within(drawer).getByRole("separator");
  expect(edge.getAttribute("aria-valuenow")).toBe("736");
  fireEvent.keyDown(edge, { key: "ArrowLeft" });
  expect(edge.getAttribute("aria-valuenow")).toBe("768");
  expect(drawer.style.getPropertyValue("--kubin-drawer-width")).toBe("768px");
  fireEvent.keyDown(edge, { key: "End" });
  expect(edge.getAttribute("aria-valuenow")).toBe("1040");
  expect(Object.values({ ...localStorage })).toContain("1040");
});

it("remarks a resource that nobody knows, proposes the nearest, and answers all the same", async () => {
  const kinds = [
    { group: "", version: "v1", kind: "Secret", plural: "secrets", namespaced: true, total: 1, failing: 0, warning: 0 },
  ];
  const given = {
    "metadata.kinds": kinds,
    "analytics.whoCan": { subjects: [{ kind: "Group", namespace: "", name: "admins", via: [] }], missing: [] },
  };
  open("/s/t/who-can?verb=get&resource=secretz&in=shop", [], given);
  expect(await screen.findByText(/knows no resource secretz\./)).toBeTruthy();
  expect(await screen.findByText("admins")).toBeTruthy();
  fireEvent.click(screen.getByRole("link", { name: "secrets" }));
  expect(await screen.findByRole("heading", { name: "Who can get secrets in shop" })).toBeTruthy();
  expect(screen.queryByText(/knows no resource/)).toBeNull();
});

it("answers who can do something, and says what is missing", async () => {
  const binding = {
    group: "rbac.authorization.k8s.io",
    kind: "RoleBinding",
    plural: "rolebindings",
    namespace: "shop",
    name: "readers",
  };
  const role = { ...binding, kind: "Role", plural: "roles", name: "reader" };
  open("/s/t/who-can?verb=get&resource=secrets&in=shop", [], {
    "analytics.whoCan": {
      subjects: [{ kind: "ServiceAccount", namespace: "shop", name: "web", via: [{ binding, role }] }],
      missing: ["ClusterRoles were not captured."],
    },
  });
  expect(await screen.findByRole("heading", { name: "Who can get secrets in shop" })).toBeTruthy();
  expect(screen.getByText("ClusterRoles were not captured.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "shop/web" }).getAttribute("href")).toBe(
    "/s/t/r/core/serviceaccounts/shop/web",
  );
  expect(screen.getByRole("link", { name: "shop/readers" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "shop/reader" })).toBeTruthy();
});
