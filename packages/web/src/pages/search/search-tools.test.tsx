import type { LogLine, Snapshot } from "@kubin/schema";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { completedSnapshot } from "../../fixtures/completed-snapshot.ts";
import { type Answers, testLogSearch } from "./fixtures/log-search.tsx";

const evil = '<img src=x onerror="window.hacked=1">';

const snapshot: Snapshot = {
  ...completedSnapshot,
  counts: { objects: 10, types: 2, namespaces: 1, events: 5, logStreams: 1, logLines: 9 },
};

const line = (number: number): LogLine => ({
  ...{ namespace: "shop", pod: "web-0", container: "app", source: "current", line: number, level: "error" },
  ...{ at: `2026-11-23T10:20:0${number}.000000000Z`, prefix: "", message: `{"msg":"line ${number}"}` },
  fields: { status: String(500 + number), trace: "4bf92f3577b34da6", evil },
  format: "json",
});
const lines = [line(0), line(1), line(2)];

const answers: Answers = {
  "metadata.open": () => snapshot,
  "metadata.kinds": () => [],
  "metadata.namespaces": () => [],
  "query.streams": () => ({ items: [], total: 0 }),
  "query.countLogs": () => ({ lines: 3, streams: 1, tookMs: 1 }),
  "query.searchLogs": () => ({ lines, tookMs: 1 }),
  "query.linesAround": () => ({ lines, total: 3 }),
  "query.linesAtMoment": () => ({ lines, hasBefore: false, hasAfter: false }),
  "query.fields": () => ({ fields: [{ name: "status", lines: 3 }], tookMs: 1 }),
  "query.histogram": () => ({
    ...{ from: "2026-11-23T10:20:00.000Z", to: "2026-11-23T10:22:00.000Z", bucketMs: 60_000, untimed: 0, tookMs: 1 },
    buckets: [{ at: "2026-11-23T10:20:00.000Z", lines: 3, levels: { error: 3 }, firstLine: 0 }],
  }),
  "query.facets": ({ fields }) => ({
    ...{ lines: 3, tookMs: 1 },
    facets: (fields as string[]).map((field) => ({
      ...{ field, others: 4, without: 1 },
      values: [{ value: field === "level" ? "error" : `${field}-1 ${evil}`, lines: 2 }],
    })),
  }),
};

const { asked, open } = testLogSearch(answers);
afterEach(() => {
  expect(Reflect.get(window, "hacked")).toBeUndefined();
  expect(document.querySelector("img")).toBeNull();
});

const word = (name: string) => new URLSearchParams(window.location.search).get(name);
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

it("asks for a value of a field by a click, for all but it by the minus, and takes both back", async () => {
  await open("?q=timeout");
  const fields = await screen.findByRole("complementary", { name: "Filter by field" });
  const error = await within(fields).findByRole("button", { name: /^error/ });
  expect(asked.filter(({ path }) => path === "query.facets")).toHaveLength(1);
  fireEvent.click(error);
  await waitFor(() => expect(word("q")).toBe("timeout level:error"));
  fireEvent.click(await within(fields).findByRole("button", { name: "Leave out level:error" }));
  await waitFor(() => expect(word("q")).toBe("timeout -level:error"));
  fireEvent.click(await within(fields).findByRole("button", { name: "Leave out level:error", pressed: true }));
  await waitFor(() => expect(word("q")).toBe("timeout"));
});

it("shows a value that the query names also where no line has it", async () => {
  await open("?q=level:fatal");
  const fields = await screen.findByRole("complementary", { name: "Filter by field" });
  expect((await within(fields).findByRole("button", { name: /^fatal/, pressed: true })).textContent).toContain("0");
});

it("walks the lines by keys, opens one in place, and makes a field of it a column and a term", async () => {
  await open("?q=web");
  await screen.findAllByText(/line 1/);
  key("j");
  key("j");
  key("Enter");
  const details = await screen.findByRole("region", { name: "Details of line 2" });
  fireEvent.click(within(details).getByRole("button", { name: "Show status as a column" }));
  await waitFor(() => expect(word("cols")).toBe("status"));
  expect(await screen.findAllByRole("button", { name: "Take the column status away" })).toHaveLength(2);
  expect(within(details).getByRole("link", { name: "follow its trace" }).getAttribute("href")).toBe(
    "/s/t/logs?q=trace:4bf92f3577b34da6&order=oldest",
  );
  fireEvent.click(within(details).getByRole("button", { name: "All of the workload" }));
  await waitFor(() => expect(asked.some(({ input }) => input.among === "workload")).toBe(true));
  fireEvent.click(within(details).getByRole("button", { name: "Only status:501" }));
  await waitFor(() => expect(word("q")).toBe("web status:501"));
});

it("opens the chosen line in its log", async () => {
  await open("?q=web");
  await screen.findAllByText(/line 1/);
  key("j");
  key("o");
  await waitFor(() => expect(window.location.pathname).toBe("/s/t/logs/shop/web-0/app/current"));
});

it("takes a span of time back by its chip", async () => {
  await open("?q=web+after:2026-11-23T10:20:00Z");
  fireEvent.click(await screen.findByRole("button", { name: "All times" }));
  await waitFor(() => expect(word("q")).toBe("web"));
});

it("completes fields and values by Tab", async () => {
  const query = await open("");
  query.focus();
  fireEvent.change(query, { target: { value: "lev" } });
  await screen.findByRole("option", { name: /^level:/ });
  expect(query.getAttribute("aria-expanded")).toBe("true");
  key("Tab");
  expect(query.value).toBe("level:");
  fireEvent.change(query, { target: { value: "level:err" } });
  await screen.findByRole("option", { name: /^error/ });
  key("Tab");
  expect(query.value).toBe("level:error");
  expect(query.getAttribute("aria-expanded")).toBe("false");
});

it("marks what is wrong as one types", async () => {
  const query = await open("");
  fireEvent.change(query, { target: { value: "a level:loud" } });
  expect(await screen.findByText(/"loud" is no level/)).toBeTruthy();
  expect(screen.getByText("loud", { selector: "mark" })).toBeTruthy();
  expect(query.getAttribute("aria-invalid")).toBe("true");
});

it("offers searches of before, and keeps one under a name in this browser", async () => {
  await open("?q=level:error");
  await screen.findByRole("button", { name: "Saved searches" });
  cleanup();
  const query = await open("");
  query.focus();
  key("ArrowUp");
  await screen.findByRole("option", { name: "level:error", selected: true });
  key("Enter");
  await waitFor(() => expect(word("q")).toBe("level:error"));
  fireEvent.click(screen.getByRole("button", { name: "Saved searches" }));
  const panel = await screen.findByRole("dialog", { name: "Saved searches" });
  expect(panel.textContent).toContain("in this browser only");
  fireEvent.change(within(panel).getByRole("textbox"), { target: { value: "errors" } });
  fireEvent.click(within(panel).getByRole("button", { name: "Save" }));
  expect(await within(panel).findByRole("button", { name: /^errors/ })).toBeTruthy();
});
