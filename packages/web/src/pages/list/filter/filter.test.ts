import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listColumns } from "../columns/list-columns.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { leanPage } from "../rows/lean-page.ts";
import { commonValues } from "./common-values.ts";
import { compileFilter } from "./compile-filter.ts";
import { filterRows } from "./filter-rows.ts";
import { columnOperators, comparisons, type FilterTerm } from "./filter-term.ts";
import { formatFilter } from "./format-filter.ts";
import { isNarrower } from "./is-narrower.ts";
import { parseFilter } from "./parse-filter.ts";

const asOf = "2026-11-23T12:00:00.000Z";
const page = leanPage({
  columns: [
    { name: "Ready", type: "text", wide: false },
    { name: "Status", type: "text", wide: false },
    { name: "Restarts", type: "number", wide: false },
    { name: "Age", type: "age", wide: false },
    { name: "Nominated Node", type: "text", wide: true },
  ],
  items: [
    made("web-1", { labels: { app: "web", tier: "front" }, cells: ["1/1", "Running", 0, at(2 * 60), null] }),
    made("web-10", { labels: { app: "web" }, cells: ["11/11", "Running", 4, at(30), "<none>"] }),
    made("db-0", {
      labels: { app: "db" },
      cells: ["0/1", "CrashLoopBackOff", 14, at(3 * 24 * 60), "node-2"],
      health: "failing",
      reason: "app exited 137, OOMKilled",
    }),
  ],
  total: 3,
});
const columns = listColumns({ columns: page.columns, namespaced: true, usage: [], labels: [] });

function made(name: string, more: Partial<Parameters<typeof leanPage>[0]["items"][number]>) {
  const kind = { group: "", version: "v1", kind: "Pod", plural: "pods", namespace: "shop" };
  return { ...kind, name, labels: {}, health: "ok" as const, reason: "", cells: [], ...more };
}

function at(minutesBefore: number): string {
  return new Date(Date.parse(asOf) - minutesBefore * 60_000).toISOString();
}

function found(line: string, rows: readonly KindRow[] = page.rows): string {
  const { tests } = compileFilter(parseFilter(line), { rows: page.rows, columns, asOf });
  return filterRows(rows, tests, undefined)
    .map(({ name }) => name)
    .join(" ");
}

describe("a filter", () => {
  it.each([
    ["", "web-1 web-10 db-0"],
    ["WEB", "web-1 web-10"],
    ["web running 10", "web-10"],
    ["oomkilled", "db-0"],
    ["tier=front", "web-1"],
    ["!web", "db-0"],
    ["-web", "db-0"],
    ["status:crash", "db-0"],
    ["!status:crash", "web-1 web-10"],
    ["ready:1/1", "web-1 web-10"],
    ["ready:=1/1", "web-1"],
    ["NominatedNode:node", "db-0"],
    ["nominatednode:=", "web-1 web-10"],
    ["restarts:>3", "web-10 db-0"],
    ["restarts:>=14", "db-0"],
    ["restarts:=0", "web-1"],
    ["age:<1h", "web-10"],
    ["age:>2d12h", "db-0"],
    ["ready:>0", "web-1 web-10"],
    ["app=web", "web-1 web-10"],
    ["app!=web", "db-0"],
    ["tier=", "web-1"],
    ["tier!=", "web-10 db-0"],
    ["app=we", ""],
    ['"exited 137"', "db-0"],
    ['"app=db"', "db-0"],
    ["ns:shop web-1", "web-1 web-10"],
    ["restarts:>", "web-1 web-10 db-0"],
    ["restarts>0", "web-10 db-0"],
    ["Restarts>=14", "db-0"],
    ["!restarts>3", "web-1"],
    ["restarts>", "web-1 web-10 db-0"],
    ["restarts=0", "web-1"],
    ["restarts!=0", "web-10 db-0"],
    ["status=running", "web-1 web-10"],
    ["ns=shop 10", "web-10"],
    ["age<1h", "web-10"],
    ["<none>", "web-10"],
    ['"restarts>0"', ""],
    ["constructor=", ""],
  ])("%j finds %j", (line, names) => {
    expect(found(line)).toBe(names);
  });

  it.each([
    ["image:1.25", { about: "no-column", column: "image" }],
    ["size>3", { about: "no-column", column: "size" }],
    ["restarts>many", { about: "no-amount", value: "many", column: "Restarts", wanted: "number" }],
    ["restarts:>many", { about: "no-amount", value: "many", column: "Restarts", wanted: "number" }],
    ["age:<soon", { about: "no-amount", value: "soon", column: "Age", wanted: "age" }],
    ['"two words', { about: "open-quote" }],
  ])("says what is odd about %j", (line, note) => {
    expect(compileFilter(parseFilter(line), { rows: page.rows, columns, asOf }).notes).toEqual([note]);
  });

  it("looks for a word with a colon that names no column as it stands", () => {
    const image = { ...page.rows[0], name: "x", text: "registry:5000/app" } as KindRow;
    expect(found("registry:5000", [image])).toBe("x");
  });

  it("takes a name that both a label and a column have for the label where it is followed by =", () => {
    const rows = page.rows.map((row, at) => (at === 0 ? { ...row, labels: { status: "green" } } : row));
    const { tests } = compileFilter(parseFilter("status=green"), { rows, columns, asOf });
    expect(filterRows(rows, tests, undefined).map(({ name }) => name)).toEqual(["web-1"]);
    const running = compileFilter(parseFilter("status=Running"), { rows, columns, asOf });
    expect(filterRows(rows, running.tests, undefined)).toEqual([]);
  });

  it("is read back as it was written", () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1 "\\!-=:<>\t/.ä'), minLength: 1, maxLength: 8 });
    const value = fc.oneof(text, fc.constant(""));
    const term: fc.Arbitrary<FilterTerm> = fc.oneof(
      fc.record({ kind: fc.constant("word" as const), not: fc.boolean(), text }),
      fc.record({
        kind: fc.constant("column" as const),
        not: fc.boolean(),
        column: text,
        operator: fc.constantFrom(...columnOperators),
        value,
      }),
      fc.record({
        kind: fc.constant("compared" as const),
        not: fc.boolean(),
        column: text,
        operator: fc.constantFrom(...comparisons),
        value,
      }),
      fc.record({ kind: fc.constant("label" as const), not: fc.boolean(), key: text, value }),
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        expect(parseFilter(formatFilter(terms))).toEqual({ terms, openQuote: false });
      }),
      { numRuns: 2_000 },
    );
  });

  it("never throws, and what was read reads the same once written", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a1 "\\!-=:<>\u0000') }), (line) => {
        const { terms } = parseFilter(line);
        expect(parseFilter(formatFilter(terms)).terms).toEqual(terms);
        compileFilter({ terms, openQuote: false }, { rows: page.rows, columns, asOf });
      }),
      { numRuns: 2_000 },
    );
  });

  it("that grew finds no row that it did not find before", () => {
    const line = fc.array(fc.constantFrom("w", "we", "web", "!w", "app=web", "status:run", "1", "10"), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(line, line, (before, after) => {
        const [old, now] = [parseFilter(before.join(" ")), parseFilter(after.join(" "))];
        if (!isNarrower(old.terms, now.terms)) return;
        const wide = new Set(found(before.join(" ")).split(" "));
        for (const name of found(after.join(" ")).split(" ")) expect(name === "" || wide.has(name)).toBe(true);
      }),
    );
    expect(isNarrower(parseFilter("we").terms, parseFilter("web app=web").terms)).toBe(true);
    expect(isNarrower(parseFilter("!we").terms, parseFilter("!web").terms)).toBe(false);
  });
});

describe("the common values of a column", () => {
  it("come with their counts and with a filter that finds just these", () => {
    const status = columns.find(({ id }) => id === "status");
    const ready = columns.find(({ id }) => id === "ready");
    if (!status || !ready) throw new Error("no such column");
    expect(commonValues(page.rows, status, asOf)[0]).toEqual({ text: "Running", count: 2, term: "status:Running" });
    for (const column of columns)
      for (const { term, count } of commonValues(page.rows, column, asOf))
        expect(found(term).split(" ")).toHaveLength(count);
    expect(commonValues(page.rows, ready, asOf).map(({ term }) => term)).toContain("ready:=1/1");
  });
});
