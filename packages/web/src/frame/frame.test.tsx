import type { FoundObjects, KindCount, Overview, ResourceDetail, Snapshot } from "@kubin/schema";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "../app/app.tsx";
import { answerTrpc } from "../fixtures/answer-trpc.ts";
import { completedSnapshot } from "../fixtures/completed-snapshot.ts";

const evil = '<img src=x onerror="window.hacked=1">';
const id = "01a20878-aa6c-75ab-aa09-64b286ca4eef";
const laterId = "01a20878-aa6c-75ab-aa09-64b286ca4eff";

const snapshot: Snapshot = {
  ...completedSnapshot,
  id,
  cluster: { name: "prod-eu-1" },
  kubernetesVersion: "v1.34.4",
  counts: { objects: 10, types: 2, namespaces: 2, events: 5, logStreams: 3, logLines: 90 },
  gaps: 3,
};

const kind = (group: string, plural: string, name: string): KindCount => ({
  group,
  plural,
  kind: name,
  version: "v1",
  namespaced: plural !== "nodes",
  total: 7,
  failing: plural === "widgets" ? 2 : 0,
  warning: 0,
});

const kinds = [
  kind("", "pods", "Pod"),
  kind("", "nodes", "Node"),
  kind("", "secrets", "Secret"),
  kind("example.org", "widgets", "Widget"),
  kind("other.io", "gadgets", "Gadget"),
];

const overview: Overview = {
  snapshot,
  failing: [],
  failingTotal: 0,
  attention: [],
  attentionTotal: 0,
  warnings: [],
  warningsTotal: 0,
  nodes: [],
  nodeColumns: [],
  coverage: [],
  coverageTotal: 0,
  duplicatesTotal: 0,
  redactions: [],
  analysis: [],
  analysisTotal: 0,
};

const row = {
  group: "",
  version: "v1",
  kind: "Pod",
  plural: "pods",
  namespace: "shop",
  name: "web-0",
  health: "ok",
  reason: "",
} as const;

const detail: ResourceDetail = {
  row: { ...row, labels: {}, cells: [] },
  columns: [],
  object: {
    metadata: { name: "web-0" },
    spec: { containers: [{ name: "app", ports: [{ containerPort: 8443 }] }, { name: "proxy" }] },
  },
  related: [],
  events: [],
};

type Input = Record<string, unknown>;
type Answer = unknown | ((input: Input) => unknown);
const fails = (code: string, message = "No.") => ({ fails: { code, message } });

let answers: Record<string, Answer> = {};
let asked: [string, Input][] = [];

function answerOf(path: string, input: Input) {
  asked.push([path, input]);
  const given = answers[path];
  const answer = typeof given === "function" ? given(input) : given;
  if (typeof answer === "object" && answer !== null && "fails" in answer) {
    const { code, message } = answer.fails;
    return { error: { code: -32_000, message, data: { code, httpStatus: 400, kubin: { code, message } } } };
  }
  return { result: { data: answer ?? null } };
}

const trpc = answerTrpc((path, input) => answerOf(path, Object(input)));
const server = setupServer(
  trpc,
  http.get("*/healthz", () => HttpResponse.text("ok")),
);

beforeAll(() => {
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
beforeEach(() => {
  asked = [];
  answers = {
    "metadata.open": snapshot,
    "metadata.get": snapshot,
    "metadata.kinds": kinds,
    "metadata.namespaces": ["data", "shop"],
    "metadata.resources": { columns: [], items: [], total: 0 },
    "metadata.resource": detail,
    "metadata.events": { items: [], total: 0 },
    "metadata.neighbours": {},
    "metadata.find": { items: [], searched: 10 },
    "analytics.overview": overview,
    "query.streams": { items: [], total: 0 },
  };
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  vi.restoreAllMocks();
});
afterAll(() => server.close());

async function open(path: string) {
  window.history.replaceState(null, "", path);
  window.scrollTo = vi.fn();
  const view = render(<App nonce="n" />);
  await screen.findByRole("navigation", { name: "Snapshot" });
  return view;
}

const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });

async function openPalette(typed: string) {
  press("k", { ctrlKey: true });
  // While the palette's code is on its way another field stands there, without a list.
  const field = await screen.findByRole("combobox", { name: "Search everything", expanded: true });
  fireEvent.change(field, { target: { value: typed } });
  return field;
}

describe("the banner", () => {
  it("says which cluster, as of when, and how much is missing, and the rest in its details", async () => {
    await open("/s/t/events");
    const button = screen.getByRole("button", { name: /captured 23 Nov 2026 10:44 UTC/ });
    expect(screen.getByRole("link", { name: "3 gaps" })).toBeTruthy();
    fireEvent.click(button);
    const details = screen.getByRole("dialog", { name: "About this snapshot" });
    expect(within(details).getByText("v1.34.4")).toBeTruthy();
    expect(within(details).getByText(/Ages are as of then/)).toBeTruthy();
    press("Escape");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it("warns where less than a day is left", async () => {
    const soon = new Date(Date.now() + 5 * 3_600_000 + 60_000).toISOString();
    answers["metadata.open"] = { ...snapshot, expiresAt: soon };
    await open("/s/t/events");
    expect(screen.getByText("expires in 5 h").closest("time")?.dataset.soon).toBe("true");
  });

  it("remembers the clock that was chosen", async () => {
    await open("/s/t/events");
    fireEvent.click(screen.getByRole("button", { name: "Show times by your clock" }));
    expect(screen.getByRole("button", { name: "Show times in UTC" })).toBeTruthy();
    cleanup();
    await open("/s/t/events");
    expect(screen.getByRole("button", { name: "Show times in UTC" })).toBeTruthy();
  });
});

describe("the navigation", () => {
  it("folds custom kinds by group, and tells of trouble in what is folded", async () => {
    await open("/s/t/events");
    const custom = await screen.findByRole("button", { name: /^Custom.*2 failing/ });
    fireEvent.click(custom);
    const group = screen.getByRole("button", { name: /example\.org.*2 failing/ });
    expect(screen.queryByRole("link", { name: /Widgets/ })).toBeNull();
    fireEvent.click(group);
    const link = screen.getByRole("link", { name: /Widgets/ });
    expect(link.getAttribute("href")).toBe("/s/t/r/example.org/widgets");
  });

  it("leads to Helm only where something can hold a release", async () => {
    await open("/s/t/events");
    expect(await screen.findByRole("link", { name: "Helm" })).toBeTruthy();
    cleanup();
    answers["metadata.kinds"] = kinds.slice(0, 2);
    await open("/s/t/events");
    expect(await screen.findByRole("link", { name: /Nodes/ })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Helm" })).toBeNull();
  });
});

describe("namespaces", () => {
  it("are chosen for all pages by a key, and stay from page to page", async () => {
    await open("/s/t/events");
    press("N");
    fireEvent.click(await screen.findByRole("checkbox", { name: "shop" }));
    await waitFor(() => expect(window.location.search).toBe("?ns=shop"));
    fireEvent.click(await screen.findByRole("checkbox", { name: "data" }));
    await waitFor(() => expect(window.location.search).toBe("?ns=shop,data"));
    expect(screen.getByText("Counts are of all namespaces.")).toBeTruthy();
    const pods = await screen.findByRole("link", { name: /^Pods/ });
    expect(pods.getAttribute("href")).toBe("/s/t/r/core/pods?ns=shop,data");
  });

  it("that hold something and were not captured themselves are named beside their list", async () => {
    const object = {
      ...row,
      kind: "Namespace",
      plural: "namespaces",
      namespace: "",
      name: "data",
      labels: {},
      cells: [],
    };
    answers["metadata.resources"] = { columns: [], items: [object], total: 1 };
    await open("/s/t/r/core/namespaces");
    const remark = await screen.findByText(/^1 more holds something and was not captured as an object:/);
    expect(within(remark).getByRole("link", { name: "shop" }).getAttribute("href")).toBe("/s/t?ns=shop");
  });

  it("do not apply to what is in none, and the list says so", async () => {
    await open("/s/t/r/core/nodes?ns=shop");
    expect(await screen.findByText(/in no namespace/)).toBeTruthy();
    const last = asked.filter(([path]) => path === "metadata.resources").at(-1);
    expect(JSON.stringify(last)).not.toContain("shop");
  });
});

describe("the palette", () => {
  const found: FoundObjects = {
    items: [
      { ...row, name: "web-0", matched: "name", excerpt: "web-0" },
      { ...row, name: "db-0", matched: "address", excerpt: "podIP 10.0.0.7" },
      { ...row, name: evil, matched: "label", excerpt: `app=web ${evil}` },
    ],
    searched: 10,
  };

  it("finds objects as one types, says where, and opens what was chosen", async () => {
    answers["metadata.find"] = ({ within: where }: Input) => (where === "names" ? found : { items: [], searched: 10 });
    const { container } = await open("/s/t/events");
    const field = await openPalette("web");
    const option = await screen.findByRole("option", { name: /db-0 Pod in shop address: podIP 10\.0\.0\.7/ });
    expect(screen.getAllByRole("option")[0]?.textContent).toContain("web-0");
    expect(screen.getAllByRole("option")[0]?.querySelector("mark")?.textContent).toBe("web");
    expect(container.ownerDocument.querySelector("img")).toBeNull();
    fireEvent.keyDown(field, { key: "ArrowDown" });
    expect(option.getAttribute("aria-selected")).toBe("true");
    expect(field.getAttribute("aria-activedescendant")).toBe(option.id);
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(window.location.pathname).toBe("/s/t/r/core/pods/shop/db-0"));
    await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
    await waitFor(() => expect(document.activeElement?.id).toBe("content"));
  });

  it("takes Enter for what is typed, not for what was found for its beginning", async () => {
    answers["metadata.find"] = ({ text }: Input) => {
      const [web, db] = found.items;
      return { items: text === "10.0.0.7" ? [db] : text === "10.0.0" ? [web, db] : [], searched: 10 };
    };
    await open("/s/t/events");
    const field = await openPalette("10.0.0");
    await screen.findByRole("option", { name: /web-0/ });
    fireEvent.change(field, { target: { value: "10.0.0.7" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(window.location.pathname).toBe("/s/t/r/core/pods/shop/db-0"));
  });

  it("leads the focus into the drawer, where what was chosen opens in it", async () => {
    answers["metadata.find"] = ({ within: where }: Input) => (where === "names" ? found : { items: [], searched: 10 });
    // A browser with room for the drawer.
    const asIs = window.matchMedia.bind(window);
    vi.spyOn(window, "matchMedia").mockImplementation((query) => asIs(query.replace("1100px", "100px")));
    await open("/s/t/events");
    const field = await openPalette("web");
    await screen.findByRole("option", { name: /db-0/ });
    fireEvent.keyDown(field, { key: "Enter" });
    const drawer = await screen.findByRole("complementary", { name: "Object" });
    await waitFor(() => expect(document.activeElement === drawer).toBe(true));
    await within(drawer).findByRole("heading", { level: 1, name: /web-0/ });
    // Another one, into the drawer that is there.
    await openPalette("web");
    fireEvent.click(await screen.findByRole("option", { name: /db-0/ }));
    await waitFor(() => expect(window.location.search).toContain("db-0"));
    await waitFor(() => expect(document.activeElement === drawer).toBe(true));
    press("Escape");
    await waitFor(() => expect(screen.queryByRole("complementary", { name: "Object" })).toBeNull());
  });

  it("walks the text of all objects page by page, and stops when told", async () => {
    let pages = 0;
    answers["metadata.find"] = ({ within: where }: Input) => {
      if (where === "names") return { items: [], searched: 10 };
      pages++;
      const items = pages === 2 ? [{ ...row, name: "cm-1", matched: "text", excerpt: "url: amqp://queue" }] : [];
      return { items, searched: 1_000, nextCursor: `c${pages}` };
    };
    await open("/s/t/events");
    await openPalette("amqp");
    expect(await screen.findByRole("option", { name: /cm-1.*text: url: amqp/ })).toBeTruthy();
    fireEvent.click(await screen.findByRole("button", { name: "Stop" }));
    expect(await screen.findByText(/Stopped after the text of [\d,]+ objects/)).toBeTruthy();
    const cursors = asked.filter(([, input]) => input.within === "everything").map(([, input]) => input.cursor);
    expect(cursors.slice(0, 3)).toEqual([undefined, "c1", "c2"]);
  });

  it("copies the summary with the link to the snapshot, wherever one is", async () => {
    const copied = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    Object.defineProperty(navigator, "clipboard", { value: { writeText: copied }, configurable: true });
    await open("/s/t/events?q=oom");
    await openPalette("summary");
    fireEvent.click(await screen.findByRole("option", { name: /Copy the summary as Markdown/ }));
    await waitFor(() => expect(copied).toHaveBeenCalled());
    expect(copied.mock.calls[0]?.[0].split("\n").slice(0, 3)).toEqual([
      "# prod-eu-1",
      "",
      `<${window.location.origin}/s/t>`,
    ]);
  });

  it("takes commands as k9s does", async () => {
    await open("/s/t/events");
    press(":");
    const field = await screen.findByRole("combobox", { expanded: true });
    fireEvent.change(field, { target: { value: ":po shop" } });
    await screen.findByRole("option", { name: /Pods Kind, in shop/ });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() =>
      expect(`${window.location.pathname}${window.location.search}`).toBe("/s/t/r/core/pods?ns=shop"),
    );
    expect(asked.filter(([path]) => path === "metadata.find")).toEqual([]);
  });

  it("offers what was opened before, by name only", async () => {
    await open("/s/secret-token/r/core/pods/shop/web-0");
    await screen.findByRole("heading", { level: 1, name: /web-0/ });
    await openPalette("");
    expect(await screen.findByRole("option", { name: "web-0 Pod in shop" })).toBeTruthy();
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain("secret-token");
  });

  it("says so when the search gets no answer, and still finds kinds", async () => {
    answers["metadata.find"] = fails("INTERNAL", "Broken.");
    await open("/s/t/events");
    await openPalette("widget");
    expect(
      await screen.findByText(/^The server does not answer: only kinds, pages and actions are found/),
    ).toBeTruthy();
    expect(screen.getByRole("option").textContent).toContain("Widgets");
  });
});

describe("actions that need a live cluster", () => {
  it.each([
    ["s", {}, "kubectl exec -it --namespace=shop --container=app pods/web-0 -- sh"],
    ["e", {}, "kubectl edit --namespace=shop pods/web-0"],
    ["d", { ctrlKey: true }, "kubectl delete --namespace=shop pods/web-0"],
    ["F", { shiftKey: true }, "kubectl port-forward --namespace=shop pods/web-0 8443"],
  ])("%s gives the command for the real one", async (key, more, command) => {
    await open("/s/t/r/core/pods/shop/web-0");
    await screen.findByRole("heading", { level: 1, name: /web-0/ });
    press(key, more);
    const notice = await screen.findByRole("region", { name: /This is a snapshot/ });
    expect(await within(notice).findByText(command)).toBeTruthy();
    expect(notice.contains(document.activeElement)).toBe(true);
    fireEvent.keyDown(notice, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("region", { name: /This is a snapshot/ })).toBeNull());
  });
});

describe("an address that leads to nothing", () => {
  it.each(["/s/t/nopage", `/snapshots/${id}/r/core`])("keeps the frame of the snapshot: %s", async (path) => {
    await open(path);
    expect(await screen.findByRole("heading", { name: "No such page" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "prod-eu-1" })).toBeTruthy();
    const main = within(screen.getByRole("main"));
    fireEvent.click(main.getByRole("link", { name: "Go to the overview" }));
    expect(await screen.findByRole("heading", { name: "Overview" })).toBeTruthy();
  });
});

describe("the snapshots of a cluster", () => {
  it("are walked by keys, on the same page with the same words", async () => {
    const later = { ...snapshot, id: laterId, name: "later.tar.gz" };
    answers["metadata.get"] = ({ snapshotId }: Input) => (snapshotId === laterId ? later : snapshot);
    answers["metadata.neighbours"] = ({ snapshotId }: Input) =>
      snapshotId === laterId ? { previous: snapshot } : { next: later };
    await open(`/snapshots/${id}/events?q=oom&ns=shop`);
    await screen.findByRole("button", { name: /^Next snapshot of this cluster: 23 Nov 2026/ });
    expect(screen.getByRole("button", { name: "No earlier snapshot of this cluster" })).toBeTruthy();
    press("]");
    await waitFor(() => expect(window.location.pathname).toBe(`/snapshots/${laterId}/events`));
    expect(window.location.search).toBe("?q=oom&ns=shop");
    await screen.findByRole("button", { name: "No later snapshot of this cluster" });
  });

  it("are no matter of a link", async () => {
    await open("/s/t/events");
    expect(screen.queryByRole("button", { name: /snapshot of this cluster/ })).toBeNull();
    expect(asked.some(([path]) => path === "metadata.neighbours")).toBe(false);
    press("]");
    expect(screen.getByText(/This link shows one snapshot only/).closest("[role=status]")).toBeTruthy();
    expect(window.location.pathname).toBe("/s/t/events");
  });
});

describe("when the network fails", () => {
  it("keeps what is shown, says that the server is away, asks again, and says that it is back", async () => {
    await open("/s/t/coverage");
    await screen.findByRole("heading", { level: 1 });
    server.use(http.get("*/trpc/:paths", () => new HttpResponse("busy", { status: 503 })));
    fireEvent.click(await screen.findByRole("link", { name: /^Pods/ }));
    expect(await screen.findByText(/The server does not answer\. What is shown stays/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "prod-eu-1" })).toBeTruthy();
    server.resetHandlers();
    expect(await screen.findByText("All answers come again.")).toBeTruthy();
    expect(await screen.findByText(/No pods/i)).toBeTruthy();
  });

  it("tells a server that is away from one whose engine is, by its own words", async () => {
    answers["metadata.resources"] = fails("UNAVAILABLE", "The metadata store does not answer now.");
    await open("/s/t/coverage");
    fireEvent.click(await screen.findByRole("link", { name: /^Pods/ }));
    expect(
      await screen.findByText(/The server answers, but its log engine or store does not\. .*asked again/),
    ).toBeTruthy();
    expect(await screen.findByRole("heading", { name: "The server cannot answer this now" })).toBeTruthy();
    expect(screen.getByText(/"The metadata store does not answer now\." This page asks again/)).toBeTruthy();
    expect(screen.queryByText(/server does not answer|cannot be reached/)).toBeNull();
    answers["metadata.resources"] = { columns: [], items: [], total: 0 };
    expect(await screen.findByText(/No pods/i)).toBeTruthy();
    expect(screen.queryByText(/its log engine or store does not/)).toBeNull();
  });

  it("says that this browser is offline, and goes on at once when it is not", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    server.use(http.get("*/trpc/metadata.events*", () => HttpResponse.error()));
    await open("/s/t/coverage");
    fireEvent(window, new Event("offline"));
    expect(await screen.findByText(/You are offline\. What is shown stays/)).toBeTruthy();
    online.mockReturnValue(true);
    fireEvent(window, new Event("online"));
    await waitFor(() => expect(screen.queryByText(/You are offline/)).toBeNull());
  });

  it("has words for what takes long", async () => {
    server.use(
      http.get("*/trpc/metadata.open*", async () => {
        await delay("infinite");
        return HttpResponse.json({});
      }),
    );
    window.history.replaceState(null, "", "/s/t");
    render(<App nonce="n" />);
    expect(await screen.findByText(/Still loading/)).toBeTruthy();
  });
});

describe("what is gone", () => {
  it("is told to the owner as expired, with what to do", async () => {
    answers["metadata.get"] = fails("EXPIRED");
    window.history.replaceState(null, "", `/snapshots/${id}`);
    render(<App nonce="n" />);
    expect(await screen.findByRole("heading", { name: "This snapshot has expired" })).toBeTruthy();
    expect(screen.getByText(/kubin create/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "All snapshots" })).toBeTruthy();
  });

  it("takes what is shown along, when the link was revoked meanwhile", async () => {
    await open("/s/t/coverage");
    answers["metadata.open"] = fails("NOT_FOUND");
    answers["metadata.resources"] = fails("NOT_FOUND");
    fireEvent.click(await screen.findByRole("link", { name: /^Pods/ }));
    expect(await screen.findByRole("heading", { name: "This link leads nowhere" })).toBeTruthy();
    expect(screen.queryByText("prod-eu-1")).toBeNull();
  });

  it("is not the whole snapshot where one object is not there", async () => {
    answers["metadata.resource"] = fails("NOT_FOUND");
    await open("/s/t/r/core/pods/shop/web-0");
    expect(await screen.findByRole("heading", { name: "Not in this capture" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "prod-eu-1" })).toBeTruthy();
  });
});
