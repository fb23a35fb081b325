import type { KindCount, ResourceRow, Snapshot } from "@kubin/schema";
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { App } from "../../app/app.tsx";
import { answerTrpc, resultOf } from "../../fixtures/answer-trpc.ts";
import { completedSnapshot } from "../../fixtures/completed-snapshot.ts";

const snapshot: Snapshot = {
  ...completedSnapshot,
  cluster: { name: "prod-eu-1" },
  progress: { partsKnown: 4, partsStored: 4, partsIndexed: 4, partsFailed: 0, bytesStored: 1 },
  counts: { objects: 10, types: 2, namespaces: 2, events: 0, logStreams: 0, logLines: 0 },
};
const kind = { group: "", version: "v1", kind: "Pod", plural: "pods" };
const kinds: KindCount[] = [{ ...kind, namespaced: true, total: 2, failing: 1, warning: 1 }];
const row = { ...kind, labels: {}, cells: [] };
const rows: ResourceRow[] = [
  { ...row, namespace: "shop", name: "db-0", health: "failing", reason: "OOMKilled" },
  { ...row, namespace: "bank", name: "web-1", health: "warning", reason: "3 restarts" },
];

interface Input {
  filter: { plural: string; namespaces?: string[] };
}

function answer(path: string, input: Input | undefined): unknown {
  if (path === "metadata.open") return snapshot;
  if (path === "metadata.kinds") return kinds;
  if (path === "metadata.namespaces") return ["bank", "default", "shop"];
  if (path === "analytics.overview") return { coverage: [] };
  if (path !== "metadata.resources") return [];
  const filter = input?.filter;
  const items = rows.filter(
    ({ plural, namespace }) => plural === filter?.plural && (filter.namespaces?.includes(namespace) ?? true),
  );
  return { columns: [], items, total: items.length };
}

const server = setupServer(answerTrpc((path, input) => resultOf(answer(path, input as Input | undefined))));

beforeAll(() => {
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(cleanup);
afterAll(() => server.close());

function open(path: string): void {
  window.history.replaceState(null, "", `/s/t/r/${path}`);
  window.scrollTo = vi.fn();
  render(<App nonce="n" />);
}

it("says that the chosen namespace has none, and how many are elsewhere, and leads there", async () => {
  open("core/pods?ns=default");
  await screen.findByRole("heading", { name: "No Pods in namespace default" });
  expect(await screen.findByText("2 are in other namespaces.")).toBeTruthy();
  expect(screen.queryByText(/nothing says that any were left out/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Show all namespaces" }));
  expect(await screen.findByRole("link", { name: "db-0" })).toBeTruthy();
});

it("says that the capture holds nothing of a namespace that it does not know", async () => {
  open("core/pods?ns=doesnotexist");
  expect(await screen.findByText(/^The capture holds nothing of namespace doesnotexist\./)).toBeTruthy();
});

it("says that nobody knows a kind that is made up, and of a known one that none were captured", async () => {
  open("core/bogus?ns=shop");
  expect(await screen.findByRole("heading", { name: 'There is no kind "bogus"' })).toBeTruthy();
  cleanup();
  open("core/persistentvolumes?ns=shop");
  expect(await screen.findByRole("heading", { name: "No PersistentVolumes" })).toBeTruthy();
});

it("counts what is in trouble within the chosen namespaces", async () => {
  open("core/pods?ns=bank");
  await screen.findByRole("link", { name: "web-1" });
  expect(screen.getByRole("button", { name: "Only what is failing: 0" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Only warnings: 1" })).toBeTruthy();
});
