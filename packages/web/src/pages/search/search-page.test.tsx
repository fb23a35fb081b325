import type { LogLine, Snapshot } from "@kubin/schema";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { completedSnapshot } from "../../fixtures/completed-snapshot.ts";
import { type Answers, testLogSearch } from "./fixtures/log-search.tsx";

const snapshot: Snapshot = {
  ...completedSnapshot,
  counts: { objects: 10, types: 2, namespaces: 1, events: 5, logStreams: 1, logLines: 9 },
  gaps: 1,
};

let lines: LogLine[] = [];

const answers: Answers = {
  "metadata.open": () => snapshot,
  "metadata.kinds": () => [],
  "metadata.namespaces": () => [],
  "query.streams": () => ({ items: [], total: 0 }),
  "query.countLogs": () => ({ lines: lines.length, streams: 1, tookMs: 1 }),
  "query.histogram": () => ({ bucketMs: 1, buckets: [], untimed: lines.length, tookMs: 1 }),
  "query.facets": () => ({ lines: lines.length, facets: [], tookMs: 1 }),
  "query.fields": () => ({ fields: [], tookMs: 1 }),
  "query.linesAround": () => ({ lines, total: lines.length }),
  "query.searchLogs": () => ({ lines, tookMs: 1 }),
};

const { asked, open } = testLogSearch(answers);
const searched = () => asked.flatMap(({ path, input }) => (path === "query.searchLogs" ? input.query : []));

it("reads a time that is typed by the clock that is shown, and links it with its zone", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  localStorage.setItem("kubin-clock", "local");
  const query = await open("");
  fireEvent.change(query, { target: { value: "error after:11:26" } });
  fireEvent.click(screen.getByRole("button", { name: "Search" }));
  await waitFor(() => expect(searched()).toEqual(["error after:2026-11-23T11:26:00+01:00"]));
  expect(query.value).toBe("error after:2026-11-23T11:26:00+01:00");
  expect(new URLSearchParams(window.location.search).get("q")).toBe(query.value);
});

it("says of a time in a link that it is UTC where another clock is shown", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  localStorage.setItem("kubin-clock", "local");
  const query = await open("?q=after:10:26");
  expect(query.value).toBe("after:2026-11-23T10:26:00Z");
  await waitFor(() => expect(searched()).toEqual(["after:10:26"]));
});

it("leaves times as they are typed where UTC is shown", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  const query = await open("");
  fireEvent.change(query, { target: { value: "after:10:26" } });
  fireEvent.click(screen.getByRole("button", { name: "Search" }));
  await waitFor(() => expect(searched()).toEqual(["after:10:26"]));
  expect(query.value).toBe("after:10:26");
});

it("shows the match of a long line, marked, and all of the line when it is opened", async () => {
  const message = `${"x".repeat(900)} connection refused by peer`;
  lines = [
    {
      ...{ namespace: "shop", pod: "web-0", container: "app", source: "current", line: 6, level: "error" },
      message,
      prefix: "",
    },
  ];
  await open("?q=refused");
  const hit = await screen.findByText("refused", { selector: "mark" });
  const row = hit.closest("button");
  expect(row?.textContent).toContain("…xxxxxxxxxxxx connection refused by peer");
  if (row) fireEvent.click(row);
  expect(row?.textContent).toContain(message);
  expect(screen.getAllByText("refused", { selector: "mark" }).length).toBeGreaterThan(0);
});

it("says where nothing matches that a word is no field, and which one may have been meant", async () => {
  lines = [];
  await open("?q=level:error+until:10:14");
  expect(
    await screen.findByText('"until:" is no field; it was looked for as text. Did you mean "before:"?'),
  ).toBeTruthy();
  cleanup();
  await open("?q=level:error+before:10:14");
  expect(await screen.findByText("No line matches")).toBeTruthy();
  expect(screen.queryByText(/is no field/)).toBeNull();
});

it("shows a range of time among the ways to ask", async () => {
  await open("");
  fireEvent.click(screen.getByRole("button", { name: "after:10:14 before:10:30" }));
  await waitFor(() => expect(searched()).toEqual(["after:10:14 before:10:30"]));
});
