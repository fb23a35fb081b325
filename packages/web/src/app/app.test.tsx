import type { Overview, ResourceDetail, Snapshot } from "@kubin/schema";
import { cleanup, configure, render, screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { answerTrpc } from "../fixtures/answer-trpc.ts";
import { completedSnapshot } from "../fixtures/completed-snapshot.ts";
import { App } from "./app.tsx";
import type { EarlyAnswers } from "./early-answers.ts";

const evil = '<img src=x onerror="window.hacked=1">\u001b[31mred\u001b[0m\u202e';

const snapshot: Snapshot = {
  ...completedSnapshot,
  cluster: { name: "prod-eu-1" },
  gaps: 1,
};

const row = {
  group: "",
  version: "v1",
  kind: "Pod",
  plural: "pods",
  namespace: "shop",
  name: "checkout",
  createdAt: "2026-11-23T10:14:00.000Z",
  health: "failing",
  reason: `CrashLoopBackOff ${evil}`,
} as const;

const overview: Overview = {
  snapshot,
  failing: [
    {
      ...row,
      count: 1,
      restarts: 14,
      log: { namespace: "shop", pod: "checkout", container: "app", source: "previous" },
    },
  ],
  failingTotal: 1,
  attention: [],
  attentionTotal: 0,
  warnings: [],
  warningsTotal: 0,
  nodes: [],
  nodeColumns: [],
  coverage: [{ kind: "forbidden", what: "secrets", namespace: "", detail: "Listing secrets was forbidden.", count: 1 }],
  coverageTotal: 1,
  duplicatesTotal: 0,
  redactions: [],
  analysis: [
    {
      severity: "error",
      name: "default.storageclass",
      title: `Default StorageClass ${evil}`,
      detail: "None was found",
    },
  ],
  analysisTotal: 1,
};

const detail: ResourceDetail = {
  row: { ...row, labels: {}, cells: [] },
  columns: [],
  object: { metadata: { annotations: { link: "javascript:alert(1)", page: "https://example.com/x", [evil]: evil } } },
  related: [
    {
      ...row,
      cells: [],
      kind: "Node",
      plural: "nodes",
      namespace: "",
      name: "node-9",
      relation: "node",
      captured: false,
    },
  ],
  events: [],
};

type Answer = unknown | { fails: { code: string; message: string } };
let answers: Record<string, Answer> = {};

const server = setupServer(answerTrpc((path) => wrap(answers[path])));

function wrap(answer: Answer) {
  if (typeof answer === "object" && answer !== null && "fails" in answer) {
    const { code, message } = answer.fails as { code: string; message: string };
    return { error: { code: -32_000, message, data: { code, httpStatus: 400, kubin: { code, message } } } };
  }
  return { result: { data: answer ?? null } };
}

beforeAll(() => {
  // The first page of a run is loaded and compiled while its test waits.
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});
afterAll(() => server.close());

function open(path: string, given: Record<string, Answer>) {
  answers = { "metadata.open": snapshot, "metadata.kinds": [], "metadata.namespaces": [], ...given };
  window.history.replaceState(null, "", path);
  window.scrollTo = vi.fn();
  return render(<App nonce="n" />);
}

it("shows what fails with its reason, its restarts and the log that tells more", async () => {
  open("/s/token-of-a-link", { "analytics.overview": overview });
  const link = await screen.findByRole("link", { name: "shop/checkout" });
  expect(link.getAttribute("href")).toBe("/s/token-of-a-link/r/core/pods/shop/checkout");
  const log = screen.getByRole("link", { name: "Logs of checkout, the run before" });
  expect(log.getAttribute("href")).toBe("/s/token-of-a-link?logp=1&log=core/pods/shop/checkout");
  expect(screen.getByText(/14 restarts/)).toBeTruthy();
  expect(screen.getByText("30m old")).toBeTruthy();
  expect(screen.getByRole("button", { name: /captured 23 Nov 2026 10:44 UTC.*ages as of then/ })).toBeTruthy();
  expect(screen.getByRole("link", { name: "1 gap" })).toBeTruthy();
});

it("draws what was asked for before it was there without asking again, but what failed", async () => {
  const settled = <T,>(answer: T) => Promise.resolve(answer);
  const overviewFailed = Promise.reject(new Error("no answer"));
  overviewFailed.catch(() => undefined);
  const none = settled([]);
  const path = "/s/early";
  // As answers come: what is undefined is not in them.
  const sent: Required<EarlyAnswers["arrived"]> = JSON.parse(JSON.stringify({ snapshot, overview, kinds: [] }));
  window.kubinEarly = {
    path,
    arrived: { snapshot: sent.snapshot, overview: sent.overview },
    snapshot: settled(sent.snapshot),
    kinds: none,
    overview: settled(sent.overview),
  };
  open(path, { "metadata.open": { fails: { code: "NOT_FOUND", message: "Not asked." } } });
  expect(await screen.findByRole("link", { name: "shop/checkout" })).toBeTruthy();
  cleanup();
  window.kubinEarly = {
    path,
    arrived: { snapshot: sent.snapshot },
    snapshot: settled(sent.snapshot),
    kinds: none,
    overview: overviewFailed,
  };
  open(path, { "analytics.overview": overview });
  expect(await screen.findByRole("link", { name: "shop/checkout" })).toBeTruthy();
});

it("shows hostile text as text", async () => {
  const { container } = open("/s/t/r/core/pods/shop/checkout", {
    "metadata.resource": detail,
    "query.streams": { items: [], total: 0 },
  });
  expect(await screen.findByText(/CrashLoopBackOff <img src=x onerror="window.hacked=1">red<U\+202E>/)).toBeTruthy();
  expect(container.querySelector("img, script")).toBeNull();
  expect("hacked" in window).toBe(false);
  expect(screen.queryByRole("link", { name: "javascript:alert(1)" })).toBeNull();
  const page = screen.getByRole("link", { name: "https://example.com/x" });
  expect(page.getAttribute("rel")).toContain("noopener");
});

it("shows what the tool of the bundle found, in its words", async () => {
  open("/s/t", { "analytics.overview": overview });
  expect(await screen.findByText(/Default StorageClass <img src=x/)).toBeTruthy();
  expect(screen.getByText("None was found")).toBeTruthy();
});

it("warns where secrets were kept on purpose", async () => {
  const redaction = { keyId: "0123456789abcdef0123", secretsKept: true, namesRedacted: false };
  open("/s/t", { "analytics.overview": { ...overview, redaction } });
  expect((await screen.findByRole("alert")).textContent).toContain("Secrets were kept");
});

it("shows a document as text, with short marks that are whole in the page", async () => {
  const hash = "3f9a0123456789abcdef";
  const text = `<script>window.hacked = 1</script>\nkey ‹redacted:aws-key:${hash}›\n`;
  server.use(http.get("http://store.test/doc", () => HttpResponse.text(text)));
  const file = { type: "bundle", namespace: "", filename: "x.html", path: "mg/x.html", sha256: "a1", size: 90 };
  const items = [{ ...file, url: "http://store.test/doc" }];
  const { container } = open("/s/t/documents/a1", { "storage.downloads": { items, expiresAt: snapshot.expiresAt } });
  const view = await screen.findByRole("textbox", { name: "mg/x.html" });
  expect(view.textContent).toContain("<script>window.hacked = 1</script>");
  expect(view.textContent).toContain("‹redacted:aws-key:3f9a›");
  expect(container.querySelector("script")).toBeNull();
  expect(screen.getByRole("link", { name: "Download" }).getAttribute("href")).toBe("http://store.test/doc");
});

it("says that a related object was not captured and does not link to it", async () => {
  open("/s/t/r/core/pods/shop/checkout?tab=related", { "metadata.resource": detail });
  expect(await screen.findByText("(not captured)")).toBeTruthy();
  expect(screen.queryByRole("link", { name: /node-9/ })).toBeNull();
});

it("tells empty from forbidden", async () => {
  open("/s/t/r/core/secrets", {
    "metadata.resources": { columns: [], items: [], total: 0 },
    "analytics.overview": overview,
  });
  expect(await screen.findByRole("heading", { name: "No Secrets" })).toBeTruthy();
  expect(await screen.findByText("Listing secrets was forbidden.")).toBeTruthy();
});

it("tells that filters leave nothing, and clears them", async () => {
  open("/s/t/r/core/pods?q=nope&ns=a", { "metadata.resources": { columns: [], items: [], total: 0 } });
  (await screen.findByRole("button", { name: "Clear the filters" })).click();
  await waitFor(() => expect(window.location.search).toBe(""));
});

it("says why a snapshot failed", async () => {
  open("/s/t", { "metadata.open": { ...snapshot, state: "FAILED", failure: "No part could be read." } });
  expect(await screen.findByRole("heading", { name: "This snapshot failed" })).toBeTruthy();
  expect(screen.getByText("No part could be read.")).toBeTruthy();
});

it("says that a link is over", async () => {
  open("/s/gone", { "metadata.open": { fails: { code: "NOT_FOUND", message: "No such link." } } });
  expect(await screen.findByRole("heading", { name: "This link leads nowhere" })).toBeTruthy();
});

it("says that the server is away", async () => {
  server.use(http.get("*/trpc/:paths", () => HttpResponse.error()));
  open("/s/t", {});
  expect(await screen.findByRole("heading", { name: "The server does not answer" })).toBeTruthy();
});

it("shows where a query goes wrong, without asking the server", async () => {
  open("/s/t/logs?q=level:loud", {});
  const alert = await screen.findByRole("alert");
  expect(alert.querySelector("mark")?.textContent).toBe("loud");
  expect(alert.textContent).toContain("at character 7 of the search");
});

it("calls a snapshot by its bundle where the cluster has no name but a short form of its uid", async () => {
  const lab = { ...snapshot, name: "lab.tar.gz", cluster: { name: "c75ddb03", uid: "c75ddb03-8e2a" } };
  open("/", { "metadata.list": { items: [lab, { ...snapshot, id: snapshot.id.replace(/f$/, "e") }] } });
  const links = await screen.findAllByRole("link", { name: /lab\.tar\.gz|prod-eu-1/ });
  expect(links.map(({ textContent }) => textContent)).toEqual(["lab.tar.gz", "prod-eu-1"]);
  expect(screen.getByText("c75ddb03")).toBeTruthy();
});

it("tells the owner how to make the first snapshot", async () => {
  open("/", { "metadata.list": { items: [] } });
  expect(await screen.findByText("kubin import must-gather.tar.gz")).toBeTruthy();
});
