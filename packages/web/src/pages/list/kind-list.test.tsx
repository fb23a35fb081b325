import type { KindCount, ResourceRow, Snapshot } from "@kubin/schema";
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { App } from "../../app/app.tsx";
import { answerTrpc, resultOf } from "../../fixtures/answer-trpc.ts";
import { completedSnapshot } from "../../fixtures/completed-snapshot.ts";

const snapshot: Snapshot = {
  ...completedSnapshot,
  cluster: { name: "prod-eu-1" },
  progress: { partsKnown: 4, partsStored: 4, partsIndexed: 4, partsFailed: 0, bytesStored: 1 },
};

function pod(name: string, more: Partial<ResourceRow> = {}): ResourceRow {
  const kind = { group: "", version: "v1", kind: "Pod", plural: "pods", namespace: "shop" };
  return {
    ...kind,
    name,
    labels: { app: name.split("-")[0] ?? "" },
    health: "ok",
    reason: "",
    cells: ["Running", 0, "2026-11-23T10:14:00.000Z"],
    ...more,
  };
}

const rows = [
  pod("db-0", { health: "failing", reason: "OOMKilled", cells: ["CrashLoopBackOff", 14, "2026-11-20T10:14:00.000Z"] }),
  pod("web-2"),
  pod("web-10", { cells: ["Running", 3, "2026-11-23T10:43:00.000Z"] }),
  pod("=evil()"),
];
const columns = [
  { name: "Status", type: "text", wide: false },
  { name: "Restarts", type: "number", wide: false },
  { name: "Age", type: "age", wide: false },
];
const usage = {
  columns: [
    { name: "CPU", type: "text", wide: false },
    { name: "Memory", type: "text", wide: false },
  ],
  items: [pod("web-10", { group: "metrics.k8s.io", kind: "PodMetrics", cells: ["250m", "129Mi"] })],
  total: 1,
};
const kindOfPods: KindCount = {
  group: "",
  version: "v1",
  kind: "Pod",
  plural: "pods",
  namespaced: true,
  total: 4,
  failing: 1,
  warning: 0,
};

let kinds: KindCount[] = [];
interface Input {
  limit: number;
  cursor?: string;
  filter: Record<string, unknown>;
}
const asked: Input[] = [];

/** Two answers of a list: the first holds two rows. */
function answer(path: string, input: Input): unknown {
  if (path === "metadata.open") return snapshot;
  if (path === "metadata.kinds") return kinds;
  if (path === "metadata.resource") return { row: rows[1], columns, object: { kind: "Pod" }, related: [], events: [] };
  if (path !== "metadata.resources") return [];
  asked.push(input);
  if (input.filter.group === "metrics.k8s.io") return usage;
  return input.cursor
    ? { columns, items: rows.slice(2), total: rows.length }
    : { columns, items: rows.slice(0, 2), total: rows.length, nextCursor: "next" };
}

const server = setupServer(answerTrpc((path, input) => resultOf(answer(path, input as Input))));

const copied = vi.fn(async (_: string) => undefined);

beforeAll(() => {
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
beforeEach(() => {
  kinds = [kindOfPods];
  asked.length = 0;
  copied.mockClear();
  Object.defineProperty(navigator, "clipboard", { value: { writeText: copied }, configurable: true });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  localStorage.clear();
});
afterAll(() => server.close());

async function open(words = ""): Promise<void> {
  window.history.replaceState(null, "", `/s/t/r/core/pods${words}`);
  window.scrollTo = vi.fn();
  render(<App nonce="n" />);
  await screen.findByRole("table", { name: "Pods" });
  await screen.findByText(/trouble first|ascending|descending/);
}

/** The names of the rows, from the top. */
function names(): (string | undefined)[] {
  const table = screen.queryByRole("table", { name: "Pods" });
  return [...(table?.querySelectorAll("a[data-opens-row]") ?? [])].map((link) => link.textContent ?? undefined);
}

function type(text: string): void {
  fireEvent.change(screen.getByRole("textbox", { name: "Filter" }), { target: { value: text } });
}

function press(key: string, more: KeyboardEventInit = {}): void {
  fireEvent.keyDown(document.body, { key, ...more });
}

const all = ["db-0", "web-2", "web-10", "=evil()"];

it("takes all rows: the first answer at once, the rest behind it", async () => {
  await open();
  await waitFor(() => expect(names()).toEqual(all));
  expect(asked[0]?.cursor).toBeUndefined();
  expect(asked.at(-1)?.cursor).toBe("next");
  expect(asked.at(-1)?.limit).toBeGreaterThan(asked[0]?.limit ?? 0);
  expect(screen.getByRole("link", { name: "db-0" }).getAttribute("href")).toBe("/s/t/r/core/pods/shop/db-0");
});

it("filters what is typed without asking the server, and writes it into the address", async () => {
  await open();
  const before = asked.length;
  type("app=web restarts:>0");
  await waitFor(() => expect(names()).toEqual(["web-10"]));
  expect(screen.getByText("1 of 4")).toBeTruthy();
  expect(asked).toHaveLength(before);
  await waitFor(() => expect(new URLSearchParams(window.location.search).get("q")).toBe("app=web restarts:>0"));
  type("image:x");
  expect(await screen.findByText('No column is called "image"; looking for it as text.')).toBeTruthy();
});

it("takes the letters typed right behind the key of the filter", async () => {
  await open();
  press("/");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Filter" }));
});

it("goes from the filter to the first row by Enter, opens it by Enter, and leaves the filter by Escape", async () => {
  await open();
  press("/");
  type("web");
  await waitFor(() => expect(names()).toEqual(["web-2", "web-10"]));
  const input = screen.getByRole("textbox", { name: "Filter" });
  fireEvent.keyDown(input, { key: "Enter" });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("web-2"));
  press(" ");
  expect(await screen.findByText("1 selected")).toBeTruthy();
  press("Escape");
  await waitFor(() => expect(names()).toEqual(all));
  expect(screen.getByText("1 selected")).toBeTruthy();
  press("Escape");
  await waitFor(() => expect(screen.queryByText("1 selected")).toBeNull());
  press("Enter");
  await waitFor(() => expect(window.location.pathname).toBe("/s/t/r/core/pods/shop/web-2"));
});

it("says of ticked rows how many the filter hides, and copies all that it counts", async () => {
  await open();
  press("a", { ctrlKey: true });
  expect(await screen.findByText("4 selected")).toBeTruthy();
  type("nothing is called so");
  expect(await screen.findByText("4 selected, 4 of them hidden by the filter")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Copy names" }));
  await waitFor(() => expect(copied).toHaveBeenCalledWith("db-0\nweb-2\nweb-10\n=evil()"));
  press("Escape");
  await waitFor(() => expect(names()).toEqual(all));
});

it("counts in a column's menu what the rest of the filter leaves, and chooses another value there", async () => {
  await open("?q=app%3Dweb+status%3Arunn");
  fireEvent.click(screen.getByRole("button", { name: "Column Status" }));
  expect(await screen.findByRole("button", { name: /Running\s*2/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /CrashLoopBackOff/ })).toBeNull();
  cleanup();
  await open("?q=status%3Arunn");
  fireEvent.click(screen.getByRole("button", { name: "Column Status" }));
  fireEvent.click(await screen.findByRole("button", { name: /CrashLoopBackOff\s*1/ }));
  await waitFor(() => expect(names()).toEqual(["db-0"]));
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Filter" }).value).toBe("status:CrashLoopBackOff");
});

it("orders by a column: one way, the other, and back to trouble first", async () => {
  await open();
  const button = screen.getByRole("button", { name: "Name" });
  const head = button.closest("th");
  const click = () => fireEvent.click(button);
  click();
  await waitFor(() => expect(names()).toEqual(["=evil()", "db-0", "web-2", "web-10"]));
  expect(head?.getAttribute("aria-sort")).toBe("ascending");
  expect(window.location.search).toBe("?sort=name");
  click();
  await waitFor(() => expect(names()).toEqual(["web-10", "web-2", "db-0", "=evil()"]));
  click();
  await waitFor(() => expect(names()).toEqual(all));
  expect(window.location.search).toBe("");
});

it("shows only trouble by Ctrl-Z, and all again", async () => {
  await open();
  press("z", { ctrlKey: true });
  await waitFor(() => expect(names()).toEqual(["db-0"]));
  expect(screen.getByRole("button", { name: "Only trouble" }).getAttribute("aria-pressed")).toBe("true");
  press("z", { ctrlKey: true });
  await waitFor(() => expect(names()).toEqual(all));
});

it("ticks rows by key, extends, takes all of the filtered, and copies what is ticked", async () => {
  await open();
  press("j");
  press("j");
  press(" ");
  expect(await screen.findByText("1 selected")).toBeTruthy();
  press("j");
  press(" ", { shiftKey: true });
  expect(await screen.findByText("2 selected")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Copy kubectl get" }));
  await waitFor(() => expect(copied).toHaveBeenCalledWith("kubectl get -n shop pods web-2 web-10"));
  fireEvent.click(screen.getByRole("button", { name: "Copy YAML" }));
  await waitFor(() => expect(copied).toHaveBeenCalledWith("---\nkind: Pod\n---\nkind: Pod\n"));
  press("Escape");
  await waitFor(() => expect(screen.queryByText("2 selected")).toBeNull());
  type("web");
  await waitFor(() => expect(names()).toHaveLength(2));
  press("a", { ctrlKey: true });
  expect(await screen.findByText("2 selected")).toBeTruthy();
});

it("gives the filtered rows as CSV in which nothing is a formula", async () => {
  await open("?q=!db");
  const texts: Blob[] = [];
  const saved = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) texts.push(blob);
    return "blob:x";
  });
  fireEvent.click(screen.getByRole("button", { name: "Save as CSV" }));
  expect(saved.mock.instances.map((link) => (link as HTMLAnchorElement).download)).toEqual(["pods.csv"]);
  expect(texts[0]?.type).toBe("text/csv;charset=utf-8");
  const lines = (await texts[0]?.text())?.split("\r\n") ?? [];
  expect(lines[0]).toBe("Name,Namespace,Status,Restarts,Created,Why");
  expect(lines).toHaveLength(1 + 3 + 1);
  expect(lines[3]).toBe("'=evil(),shop,Running,0,2026-11-23T10:14:00.000Z,");
});

it("filters by a value of a column's menu", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "Column Status" }));
  fireEvent.click(await screen.findByRole("button", { name: /Running\s*3/ }));
  await waitFor(() => expect(names()).toEqual(["web-2", "web-10", "=evil()"]));
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Filter" }).value).toBe("status:Running");
});

it("hides a column, also for the next time", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "Column Status" }));
  fireEvent.click(await screen.findByRole("button", { name: "Hide this column" }));
  await waitFor(() => expect(screen.queryByRole("columnheader", { name: /Status/ })).toBeNull());
  cleanup();
  await open();
  expect(screen.queryByRole("columnheader", { name: /Status/ })).toBeNull();
});

it("shows usage beside pods where the capture holds it", async () => {
  kinds = [kindOfPods, { ...kindOfPods, group: "metrics.k8s.io", kind: "PodMetrics" }];
  await open("?q=cpu:>200m");
  await waitFor(() => expect(names()).toEqual(["web-10"]));
  expect(screen.getByText("250m")).toBeTruthy();
  expect(screen.getByText("129Mi")).toBeTruthy();
});

it("has no columns of usage where the capture holds none", async () => {
  await open();
  expect(screen.queryByRole("columnheader", { name: /CPU/ })).toBeNull();
});
