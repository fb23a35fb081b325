import { parseQuery, type Query } from "@kubin/logs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readQuery } from "../logs/read-query.ts";
import { drawerQuery } from "./drawer-query.ts";

const choice = { runs: "current" as const, level: undefined, range: undefined };
const all: Query = { type: "all" };

/** Names as no cluster lets them be, with all that means something in a query. */
const hostile = fc
  .string({ unit: fc.constantFrom(..."ab-.:()\"'\\ \t<>ORANDpod*"), minLength: 1, maxLength: 30 })
  .filter((name) => name.trim() !== "");

it("keeps names as names, whatever they hold", () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), hostile, hostile, (pods, container, namespace) => {
      const { text } = drawerQuery({ namespace, pods, containers: [container], choice, filter: all });
      const read = parseQuery(text);
      const items = read.type === "and" ? read.items : [read];
      expect(items.map(({ type }) => type)).toEqual(["field", pods.length > 1 ? "or" : "field", "field", "source"]);
      expect(items[0]).toEqual({ type: "field", field: "namespace", pattern: namespace });
      expect(items[2]).toEqual({ type: "field", field: "container", pattern: container });
      const [, asked] = items;
      const patterns = asked?.type === "or" ? asked.items : [asked];
      expect(patterns).toEqual(pods.map((pattern) => ({ type: "field", field: "pod", pattern })));
    }),
  );
});

it("never lets what is typed choose other pods", () => {
  const typed = readQuery("refused OR pod:other", undefined);
  if (!("query" in typed)) throw new Error("not read");
  const { text } = drawerQuery({ namespace: "shop", pods: ["web-0"], containers: [], choice, filter: typed.query });
  expect(text).toBe("namespace:shop pod:web-0 is:current (refused OR pod:other)");
});

it("asks for run, level and range, and for lines with a time where they are merged", () => {
  const range = { from: "2026-11-23T10:00:00.000Z", to: "2026-11-23T11:00:00.000Z" };
  const chosen = { runs: "previous" as const, level: "warn" as const, range };
  const asked = { namespace: "shop", pods: ["web-0"], containers: [], filter: all };
  const ranged = drawerQuery({ ...asked, choice: chosen });
  expect(ranged.text).toBe(
    "namespace:shop pod:web-0 is:previous level:>=warn after:2026-11-23T10:00:00.000Z before:2026-11-23T11:00:00.000Z",
  );
  expect(ranged.timed).toBe(ranged.text);
  const { timed } = drawerQuery({ ...asked, choice });
  expect(timed).toBe("namespace:shop pod:web-0 is:current after:1970-01-01T00:00:00.000Z");
});

it("knows what is left out: lines at other times, and all of them", () => {
  const typed = readQuery("refused", undefined);
  if (!("query" in typed)) throw new Error("not read");
  const range = { from: "2026-11-23T10:00:00.000Z", to: "2026-11-23T11:00:00.000Z" };
  const chosen = { runs: "current" as const, level: "warn" as const, range };
  const asked = { namespace: "shop", pods: ["web-0"], containers: ["app"], choice: chosen, filter: typed.query };
  const { anyTime, whole } = drawerQuery(asked);
  expect(anyTime).toBe("namespace:shop pod:web-0 container:app is:current level:>=warn refused");
  expect(whole).toBe("namespace:shop pod:web-0 container:app is:current");
});

it("takes as many pods as a query holds and says which", () => {
  const pods = Array.from({ length: 300 }, (_, at) => `${"a-long-name-of-a-daemon-set-".repeat(4)}${at}`);
  const { timed, pods: taken } = drawerQuery({ namespace: "shop", pods, containers: [], choice, filter: all });
  expect(timed.length).toBeLessThanOrEqual(4_000);
  expect(taken.length).toBeGreaterThan(5);
  expect(taken).toEqual(pods.slice(0, taken.length));
});

it("says what is wrong with a filter, and where", () => {
  const typed = readQuery("level:loud", undefined);
  expect("problem" in typed && typed.problem.message).toContain('"loud" is no level');
});
