import type { LogHistogram, LogLine, LogStream, Overview, ResourceDetail, Snapshot } from "@kubin/schema";
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { App } from "../app/app.tsx";
import { answerTrpc, resultOf } from "../fixtures/answer-trpc.ts";
import { completedSnapshot } from "../fixtures/completed-snapshot.ts";

const evil = '<img src=x onerror="window.hacked=1">';

const snapshot: Snapshot = {
  ...completedSnapshot,
  counts: { objects: 10, types: 2, namespaces: 1, events: 5, logStreams: 1, logLines: 9 },
  gaps: 1,
};

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
  coverage: [{ kind: "forbidden", what: "logs of shop", namespace: "shop", detail: `Refused ${evil}`, count: 1 }],
  coverageTotal: 1,
  duplicatesTotal: 0,
  redactions: [],
  analysis: [],
  analysisTotal: 0,
};

const pod = (name: string) => ({
  ...{ group: "", version: "v1", kind: "Pod", plural: "pods", namespace: "shop", name, cells: [], captured: true },
  ...{ health: "ok" as const, reason: "", relation: "selects" as const },
});

const detail: ResourceDetail = {
  row: {
    ...{ group: "apps", version: "v1", kind: "Deployment", plural: "deployments", namespace: "shop", name: "web" },
    ...{ health: "ok", reason: "", labels: {}, cells: [] },
  },
  columns: [],
  object: { metadata: { name: "web" } },
  related: [pod("web-7d9f-a"), pod("web-7d9f-b")],
  events: [],
};

const stream = (name: string, container: string): LogStream => ({
  ...{ namespace: "shop", pod: name, container, source: "current", lines: 10, bytes: 100 },
});

const streams = [stream("web-7d9f-a", "app"), stream("web-7d9f-b", "app"), stream("web-7d9f-b", "proxy")];

const histogram: LogHistogram = {
  from: "2026-11-23T10:00:00.000Z",
  to: "2026-11-23T10:10:00.000Z",
  bucketMs: 60_000,
  buckets: [{ at: "2026-11-23T10:00:00.000Z", lines: 3, levels: { error: 1 }, firstLine: 0 }],
  untimed: 2,
  tookMs: 1,
};

const all: Record<string, unknown> = {
  "metadata.open": snapshot,
  "metadata.kinds": [],
  "metadata.namespaces": [],
  "metadata.events": { items: [], total: 0 },
  "metadata.resource": detail,
  "analytics.overview": overview,
  "query.streams": { items: streams, total: 3 },
  "query.searchLogs": { lines: [], tookMs: 1 },
  "query.countLogs": { lines: 3, streams: 1, tookMs: 1 },
  "query.histogram": histogram,
};

const missing = Symbol("an object that was not captured");
const kubin = { code: "NOT_FOUND", message: "No." };
const notFound = { code: "NOT_FOUND", httpStatus: 404, kubin };

let answers = all;
let asked: { path: string; input: unknown }[] = [];

const server = setupServer(
  answerTrpc((path, input) => {
    asked.push({ path, input });
    const answer = answers[path];
    if (answer === missing) return { error: { code: -32_000, message: "No.", data: notFound } };
    return resultOf(typeof answer === "function" ? answer(input) : answer);
  }),
);

beforeAll(() => {
  // The first page of a run is loaded and compiled while its test waits.
  configure({ asyncUtilTimeout: 15_000 });
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
  localStorage.clear();
});
afterAll(() => server.close());

const web = "apps/deployments/shop/web";

async function open(words: string, given: Record<string, unknown> = {}, at = `/events?log=${web}`) {
  answers = { ...all, ...given };
  asked = [];
  window.history.replaceState(null, "", `/s/t${at}${words}`);
  window.scrollTo = vi.fn();
  render(<App nonce="n" />);
  return within(await screen.findByRole("region", { name: "Logs" }));
}

/** The last query that was asked for lines. */
async function lastQuery(): Promise<string> {
  await waitFor(() => expect(asked.some(({ path }) => path === "query.searchLogs")).toBe(true));
  const { input } = asked.findLast(({ path }) => path === "query.searchLogs") ?? {};
  return (input as { query: string }).query;
}

it("asks for the lines of all pods, and of one where one is chosen", async () => {
  const drawer = await open("");
  expect(await lastQuery()).toBe(
    "namespace:shop (pod:web-7d9f-a OR pod:web-7d9f-b) is:current after:1970-01-01T00:00:00.000Z",
  );
  fireEvent.click(await drawer.findByRole("button", { name: "2 pods" }));
  fireEvent.click(drawer.getByRole("checkbox", { name: /web-7d9f-b/ }));
  await waitFor(async () => expect(await lastQuery()).toContain("namespace:shop pod:web-7d9f-b is:current"));
  expect(window.location.search).toContain("logpods=web-7d9f-b");
});

it("shows the logs of the pods of a CronJob's Jobs", async () => {
  const job = (name: string) => ({ ...pod(name), group: "batch", kind: "Job", plural: "jobs", relation: "child" });
  const related: Record<string, unknown[]> = {
    web: [job("nightly-1"), job("nightly-2")],
    "nightly-1": [pod("nightly-1-x")],
    "nightly-2": [pod("nightly-2-y")],
  };
  const streamsOfJobs = [stream("nightly-1-x", "app"), stream("nightly-2-y", "app")];
  const drawer = await open("", {
    "metadata.resource": ({ name }: { name: string }) => ({ ...detail, related: related[name] ?? [] }),
    "query.streams": { items: streamsOfJobs, total: 2 },
  });
  expect(await lastQuery()).toContain("(pod:nightly-1-x OR pod:nightly-2-y)");
  expect(drawer.queryByText("No pods")).toBeNull();
});

it("says how many lines have no time, and where they are", async () => {
  const drawer = await open("");
  expect((await drawer.findByText(/2 lines have no time/)).textContent).toContain("web-7d9f-a app");
});

it("says where a filter is wrong and asks nothing", async () => {
  const drawer = await open("&logq=a+level:loud");
  expect((await drawer.findByRole("alert")).textContent).toContain('"loud" is no level');
  expect(drawer.getByRole("alert").querySelector("mark")?.textContent).toBe("loud");
  expect(asked.filter(({ path }) => path === "query.searchLogs")).toEqual([]);
});

it("says where nothing matches that a word of the filter is no field", async () => {
  const drawer = await open("&logq=since:10:14");
  expect(
    await drawer.findByText('"since:" is no field; it was looked for as text. Did you mean "after:"?'),
  ).toBeTruthy();
});

it("gives a filter back that nothing matches", async () => {
  const drawer = await open("&logq=gone&logl=error");
  fireEvent.click(await drawer.findByRole("button", { name: "Clear filter, level and time" }));
  await waitFor(() => expect(window.location.search).not.toContain("logq"));
  expect(window.location.search).not.toContain("logl");
});

const hour = "&logt=2026-11-23T12:00:00.000Z..2026-11-23T13:00:00.000Z";
const empty: LogHistogram = { bucketMs: 1, buckets: [], untimed: 0, tookMs: 1 };

it("says that it is the range where nothing matches, and gives back just that", async () => {
  const drawer = await open(`${hour}&logl=error`);
  const notice = (await drawer.findByRole("heading", { name: "Nothing matches" })).closest("[role=status]");
  if (!(notice instanceof HTMLElement)) throw new Error("no notice");
  expect(notice.textContent).toContain("The time is 23 Nov 2026 12:00:00 UTC – 23 Nov 2026 13:00:00 UTC");
  expect(notice.textContent).toContain("The level is error and worse");
  expect(notice.textContent).not.toContain("Words");
  fireEvent.click(within(notice).getByRole("button", { name: "All times" }));
  await waitFor(() => expect(window.location.search).not.toContain("logt"));
  expect(window.location.search).toContain("logl=error");
});

it("keeps the bars where nothing matches: of other times, or of all lines", async () => {
  const drawer = await open(hour, {
    "query.histogram": ({ query }: { query: string }) => (query.includes("after:") ? empty : histogram),
  });
  const bars = await drawer.findByRole("slider", { name: /bars are what matches at other times/ });
  expect(bars.getAttribute("aria-valuetext")).toContain("errors: 1");
  cleanup();
  const other = await open("&logq=gone", {
    "query.histogram": ({ query }: { query: string }) => (query.includes("gone") ? empty : histogram),
  });
  expect(await other.findByRole("slider", { name: /the bars are all lines/ })).toBeTruthy();
});

const line = (of: LogStream, number: number, message: string): LogLine => ({
  ...{ namespace: of.namespace, pod: of.pod, container: of.container, source: of.source, line: number },
  ...{ at: "2026-11-23T10:14:00Z", level: "info" as const, prefix: "", message },
});

it("copies the link to a line from its details", async () => {
  const copied = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, "clipboard", { value: { writeText: copied }, configurable: true });
  // The window of rows needs a room to be in.
  const height = vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(400);
  const lines = [line(stream("web-7d9f-b", "app"), 16, "refused")];
  const drawer = await open("", { "query.searchLogs": { lines, tookMs: 1 } });
  fireEvent.click(await drawer.findByRole("button", { name: "Details of line 17" }));
  fireEvent.click(drawer.getByRole("button", { name: "Copy link" }));
  const address = `${window.location.origin}/s/t/logs/shop/web-7d9f-b/app/current?line=17`;
  await waitFor(() => expect(copied.mock.calls).toEqual([[address]]));
  height.mockRestore();
});

it("says where a log ends that has no such line, linked or typed", async () => {
  const one = stream("web-7d9f-a", "app");
  const answer = {
    "query.streams": { items: [one], total: 1 },
    "query.viewLog": { lines: [line(one, 0, "first")], total: 10 },
  };
  const drawer = await open("&logline=9999", answer);
  expect(await drawer.findByText("There is no line 9,999: this log ends at line 10.")).toBeTruthy();
  const jump = drawer.getByRole("textbox", { name: "Go to a line, 1 to 10" });
  fireEvent.change(jump, { target: { value: "12" } });
  fireEvent.submit(jump);
  expect(await drawer.findByText("There is no line 12: this log ends at line 10.")).toBeTruthy();
  fireEvent.change(jump, { target: { value: "10" } });
  fireEvent.submit(jump);
  await waitFor(() => expect(drawer.queryByText(/There is no line/)).toBeNull());
});

it("takes a typed range by the clock that is shown, and hints at the day of the capture", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  const old = { ...snapshot, capturedAt: "2021-08-03T10:14:13.632Z" };
  const drawer = await open("", { "metadata.open": old });
  fireEvent.click(await drawer.findByRole("button", { name: "View" }));
  const from = drawer.getByRole<HTMLInputElement>("textbox", { name: "From" });
  expect(from.placeholder).toBe("10:14, or 2021-08-03T10:14:13Z");
  fireEvent.change(from, { target: { value: "05:26" } });
  fireEvent.change(drawer.getByRole("textbox", { name: "To" }), { target: { value: "2021-08-03T05:30" } });
  fireEvent.click(drawer.getByRole("button", { name: "Set" }));
  const range = "after:2021-08-03T05:26:00.000Z before:2021-08-03T05:30:00.000Z";
  await waitFor(async () => expect(await lastQuery()).toContain(range));
});

it("takes a range with one end alone, and says why it takes none", async () => {
  const drawer = await open("");
  fireEvent.click(await drawer.findByRole("button", { name: "View" }));
  const type = (name: "From" | "To", value: string) => {
    fireEvent.change(drawer.getByRole("textbox", { name }), { target: { value } });
    fireEvent.click(drawer.getByRole("button", { name: "Set" }));
  };
  type("To", "10:30");
  await waitFor(async () => expect(await lastQuery()).toMatch(/is:current before:2026-11-23T10:30:00.000Z$/));
  expect(drawer.getByText("until 10:30:00")).toBeTruthy();
  type("From", "10:40");
  expect(drawer.getByText("This is not after the time above.")).toBeTruthy();
  type("From", "soon");
  expect(drawer.getByText("This is no time.")).toBeTruthy();
  type("To", "");
  type("From", "10:20");
  await waitFor(async () => expect(await lastQuery()).toMatch(/is:current after:2026-11-23T10:20:00.000Z$/));
  expect(drawer.getByText("from 10:20:00")).toBeTruthy();
  type("From", "");
  await waitFor(() => expect(window.location.search).not.toContain("logt"));
});

it("says of one of two side by side that it has no lines in the range, or none yet", async () => {
  const chosen = `${hour}&loglanes=1&logc=app`;
  const lines = [line(stream("web-7d9f-b", "app"), 16, "refused")];
  const drawer = await open(chosen, { "query.searchLogs": { lines, tookMs: 1 } });
  const said = await drawer.findByText(/no lines in this range/);
  expect(said.parentElement?.textContent).toContain("web-7d9f-a");
  expect(drawer.getAllByText(/no lines/).length).toBe(1);
  cleanup();
  const more = await open(chosen, { "query.searchLogs": { lines, tookMs: 1, nextCursor: "later" } });
  expect(await more.findByText(/no lines among those loaded/)).toBeTruthy();
});

it("says that there is nothing to download", async () => {
  const drawer = await open("&logq=gone", { "query.countLogs": { lines: 0, streams: 0, tookMs: 1 } });
  fireEvent.click(await drawer.findByRole("button", { name: "View" }));
  expect(await drawer.findByText("Nothing matches: there is no line to download.")).toBeTruthy();
  expect(drawer.queryByRole("button", { name: "Download" })).toBeNull();
});

it("reads a time that is typed by the clock that is shown, and links it with its zone", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  localStorage.setItem("kubin-clock", "local");
  const drawer = await open("");
  await drawer.findByRole("button", { name: "2 pods" });
  const filter = drawer.getByRole<HTMLInputElement>("textbox", { name: "Filter lines" });
  fireEvent.change(filter, { target: { value: "before:11:26" } });
  await waitFor(async () => expect(await lastQuery()).toContain("before:2026-11-23T10:26:00.000Z"));
  expect(new URLSearchParams(window.location.search).get("logq")).toBe("before:2026-11-23T11:26:00+01:00");
  // What one types stays as one types it.
  expect(filter.value).toBe("before:11:26");
  fireEvent.click(screen.getByRole("button", { name: "Show times in UTC" }));
  const other = drawer.getByRole<HTMLInputElement>("textbox", { name: "Filter lines" });
  expect(other.value).toBe("before:2026-11-23T11:26:00+01:00");
});

it("says of a time in a link that it is UTC where another clock is shown", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  localStorage.setItem("kubin-clock", "local");
  const drawer = await open("&logq=before:10:26");
  const filter = drawer.getByRole<HTMLInputElement>("textbox", { name: "Filter lines" });
  expect(filter.value).toBe("before:2026-11-23T10:26:00Z");
  expect(await lastQuery()).toContain("before:2026-11-23T10:26:00.000Z");
});

it("says that no run before was captured, and p goes back", async () => {
  const drawer = await open("&logp=1");
  expect(await drawer.findByRole("heading", { name: "No previous run captured" })).toBeTruthy();
  fireEvent.keyDown(document.body, { key: "p" });
  await waitFor(() => expect(window.location.search).not.toContain("logp"));
});

it("says that containers restarted, and shows both runs by time", async () => {
  const height = vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(400);
  const before: LogStream = { ...stream("web-7d9f-b", "app"), source: "previous" };
  const now = stream("web-7d9f-b", "app");
  const drawer = await open("", {
    "query.streams": { items: [...streams, before], total: 4 },
    "query.searchLogs": { lines: [line(before, 7, "panic"), line(now, 0, "starting")], tookMs: 1 },
  });
  expect(await drawer.findByText(/1 container restarted: the lines before that are left out/)).toBeTruthy();
  fireEvent.click(drawer.getByRole("button", { name: "Show both runs" }));
  await waitFor(async () => expect(await lastQuery()).not.toContain("is:"));
  expect(new URLSearchParams(window.location.search).get("logp")).toBe("both");
  expect(await drawer.findByText("previous b/app")).toBeTruthy();
  expect(drawer.getByText("current b/app")).toBeTruthy();
  fireEvent.click(drawer.getByRole("button", { name: "Only the current runs" }));
  await waitFor(() => expect(window.location.search).not.toContain("logp"));
  fireEvent.click(drawer.getByRole("button", { name: "Previous" }));
  await waitFor(async () => expect(await lastQuery()).toContain("is:previous"));
  expect(await drawer.findByRole("button", { name: "Show both runs" })).toBeTruthy();
  height.mockRestore();
});

it("says nothing of runs where no container restarted", async () => {
  const drawer = await open("");
  await lastQuery();
  expect(await drawer.findByRole("button", { name: "2 pods" })).toBeTruthy();
  expect(drawer.queryByText(/restart/)).toBeNull();
});

it("says why there is no log, in the words of the capture, inert", async () => {
  const drawer = await open("", { "query.streams": { items: [], total: 0 } });
  expect(await drawer.findByText(`logs of shop: Refused ${evil}`)).toBeTruthy();
  expect(document.querySelector("img")).toBeNull();
});

it("tells a pod that the capture does not hold from one whose logs it does not hold", async () => {
  const none = { "query.streams": { items: [], total: 0 } };
  const drawer = await open("", { ...none, "metadata.resource": missing }, "/events?log=core/pods/shop/gone");
  expect(await drawer.findByText("Not in this capture")).toBeTruthy();
  expect(drawer.queryByText(/The capture holds these pods/)).toBeNull();
  cleanup();
  const other = await open("", none, "/events?log=core/pods/shop/web-7d9f-a");
  expect(await other.findByText(/The capture holds these pods, and no log of them/)).toBeTruthy();
  cleanup();
  const workload = await open("", { "metadata.resource": missing }, "/events?log=apps/deployments/shop/gone");
  expect(await workload.findByText("Not in this capture")).toBeTruthy();
});

it("has its keys in the help", async () => {
  await open("");
  fireEvent.keyDown(document.body, { key: "?" });
  const help = await screen.findByRole("dialog", { name: "Keyboard", hidden: true });
  expect(within(help).getByText("Ctrl Enter").closest("div")?.textContent).toContain("open as a page");
  const keys = within(help).getByText("In the logs drawer").parentElement?.querySelectorAll("kbd") ?? [];
  expect([...keys].map(({ textContent }) => textContent)).toEqual(["p", "/", "→", "←", "Esc", "↑", "↓"]);
});

it("closes by Escape from within, but a filter first", async () => {
  const drawer = await open("&logq=gone");
  const filter = drawer.getByRole("textbox", { name: "Filter lines" });
  fireEvent.keyDown(filter, { key: "Escape" });
  await waitFor(() => expect(window.location.search).not.toContain("logq"));
  fireEvent.keyDown(await drawer.findByRole("button", { name: "2 pods" }), { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("region", { name: "Logs" })).toBeNull());
});

const pressEscape = () => fireEvent.keyDown(document.body, { key: "Escape" });
const logs = () => screen.queryByRole("region", { name: "Logs" });
const object = () => screen.queryByRole("complementary", { name: "Object" });

it("closes by Escape on the page, once what lies over it is gone", async () => {
  await open("");
  fireEvent.keyDown(document.body, { key: "?" });
  const help = await screen.findByRole("dialog", { name: "Keyboard", hidden: true });
  pressEscape();
  fireEvent.click(within(help).getByRole("button", { name: "Close", hidden: true }));
  await waitFor(() => expect(screen.queryByRole("dialog", { hidden: true })).toBeNull());
  expect(logs()).not.toBeNull();
  pressEscape();
  await waitFor(() => expect(logs()).toBeNull());
});

it("closes by Escape on the page after the object beside it, and before it from within", async () => {
  // A browser with room for the drawer.
  const asIs = window.matchMedia.bind(window);
  const media = vi.spyOn(window, "matchMedia").mockImplementation((query) => asIs(query.replace("1100px", "100px")));
  const both = `&open=${web}`;
  await open(both);
  await within(await screen.findByRole("complementary", { name: "Object" })).findByRole("heading", { name: /web/ });
  pressEscape();
  await waitFor(() => expect(object()).toBeNull());
  expect(logs()).not.toBeNull();
  pressEscape();
  await waitFor(() => expect(logs()).toBeNull());
  cleanup();
  const drawer = await open(both);
  fireEvent.keyDown(await drawer.findByRole("button", { name: "2 pods" }), { key: "Escape" });
  await waitFor(() => expect(logs()).toBeNull());
  expect(object()).not.toBeNull();
  media.mockRestore();
});

it("closes by Escape before one leaves the page of an object", async () => {
  const drawer = await open("", {}, `/r/${web}?log=${web}`);
  await drawer.findByRole("button", { name: "2 pods" });
  pressEscape();
  await waitFor(() => expect(logs()).toBeNull());
  expect(window.location.pathname).toBe(`/s/t/r/${web}`);
});
