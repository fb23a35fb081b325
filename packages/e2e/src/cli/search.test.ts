import { stripVTControlCharacters } from "node:util";
import { LogFacets, LogHistogram, LogHits, LogLine } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CliWorld } from "./cli-world.ts";
import { shopLogs } from "./logs-bundle.ts";
import { type LogsWorld, openLogsWorld } from "./logs-world.ts";
import { ptyKubin } from "./pty-kubin.ts";

let world: CliWorld;
let env: LogsWorld["env"];

beforeAll(async () => {
  ({ world, env } = await openLogsWorld());
});
afterAll(() => world?.[Symbol.asyncDispose]());

const kubin = (...args: string[]) => world.kubin(["search", ...args], { env });
const search = async (...args: string[]) => {
  const ended = await kubin(...args, "-q");
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return ended.stdout;
};
const ofWeb = "pod:web-1 container:app is:current";
const web = shopLogs["web-1"]["app/current"];

describe("hits one by one", () => {
  test("text: the lines as captured", async () => {
    expect(await search(ofWeb, "--output", "text", "--order", "file")).toBe(web);
    expect(await search(ofWeb, "--output", "text", "--order", "oldest")).toBe(web);
    const lines = web.trimEnd().split("\n");
    expect(await search(ofWeb, "--output", "text")).toBe(`${lines.toReversed().join("\n")}\n`);
    expect(await search("refused container:app", "--output", "text", "-C", "1")).toBe(
      `${lines.slice(0, 3).join("\n")}\n`,
    );
  });

  test("ndjson: a LogLine each, with attributes where they are asked for", async () => {
    const lines = (await search(ofWeb, "--output", "ndjson", "--order", "file")).trimEnd().split("\n");
    const read = lines.map((line) => LogLine.parse(JSON.parse(line)));
    expect(read.map(({ prefix, message }) => `${prefix}${message}\n`).join("")).toBe(web);
    const [first] = (await search(ofWeb, "--output", "ndjson", "--order", "file", "--fields", "all")).split("\n");
    expect(LogLine.parse(JSON.parse(first ?? "")).format).toBeDefined();
  });

  test("csv: a header, a row each, quotes and apostrophes where they are needed", async () => {
    const rows = (await search(ofWeb, "--output", "csv", "--order", "file")).split("\r\n");
    expect(rows[0]).toBe("time,level,namespace,pod,container,run,line,text,fields");
    expect(rows[1]).toMatch(/^2026-01-01T00:50:01\.000000000Z,info,shop,web-1,app,current,1,2026-.*starting,/);
    expect(rows).toHaveLength(7);
    const trace = await search("Main.java", "--output", "csv", "--fields", "pod,text", "--fields", "nothing");
    expect(trace).toBe("pod,text,nothing\r\njava-0,'\tat shop.Main.main(Main.java:7),\r\n");
    expect(await search("Main.java", "--fields", "pod,line")).toBe("java-0\t5\n");
  });

  test("all of them, or as many as are wanted", async () => {
    const count = async (...args: string[]) => (await search("", "--output", "text", ...args)).split("\n").length - 1;
    const all = Number(await search("", "--count"));
    expect([await count(), await count("--limit", "0"), await count("--all"), await count("--limit", "3")]).toEqual([
      all,
      all,
      all,
      3,
    ]);
    expect((await kubin("", "--output", "ndjson", "--limit", "3")).stderr).toMatch(
      /^3 lines · there may be more.*http/,
    );
    expect(LogHits.parse(JSON.parse(await search("", "--all", "--output", "json"))).lines).toHaveLength(all);
  });

  test("a time that counts back from the capture", async () => {
    expect(await search("after:-6m pod:web-*", "--output", "text", "--order", "oldest")).toMatch(
      /^.*healthz.*\n.*ready\n$/,
    );
  });
});

describe("counts", () => {
  test("--facet: values, lines and bars; JSON is LogFacets", async () => {
    const text = await search("pod:web-*", "--facet", "pod", "--facet", "container,level");
    expect(text).toMatch(
      /^12 lines\n\npod\n {2}web-1 +8 {2}█+\S*\n {2}web-2 +4 {2}█+\S*\n\ncontainer\n {2}app +9 {2}█/,
    );
    expect(text).toMatch(/\nlevel\n/);
    const value = LogFacets.parse(JSON.parse(await search("", "--facet", "pod", "--limit", "1", "--output", "json")));
    expect(value.facets).toMatchObject([{ field: "pod", values: [{ value: "web-1" }] }]);
    expect(value.facets[0]?.others).toBeGreaterThan(0);
    expect(await search("", "--facet", "pod", "--limit", "1")).toMatch(/\(other values\)/);
  });

  test("--histogram: lines over time; JSON is LogHistogram", async () => {
    const text = await search("pod:web-* is:current", "--histogram");
    expect(text).toMatch(/^2026-01-01, UTC; .* a line\n00:50:0\d\S* +\d+ {2}█/);
    expect(text).toMatch(/█ +1 error, 2 warn\n|█ +1 error/);
    expect(text).not.toContain("\u001b");
    const value = LogHistogram.parse(JSON.parse(await search("Main.java OR ready", "--histogram", "--output", "json")));
    expect(value.untimed).toBe(1);
    expect(await search("Main.java", "--histogram")).toBe("1 line without a time\n");
  });

  test("on a terminal bars have the colours of levels, and fit", async () => {
    const terminal = { world, answers: [], env: { ...env, PAGER: "cat" } };
    const { screen } = await ptyKubin({ ...terminal, args: ["search", "--histogram", "-q"] });
    expect(screen).toMatch(/\[31m█/);
    const shown = stripVTControlCharacters(screen).split(/\r?\n/);
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(shown.length).toBeLessThan(30);
  });
});

describe("what is wrong is said, and what to do", () => {
  test.each([
    [[], /What to look for\?.*kubin search 'level/],
    [["x", "--output", "xml"], /no output format "xml".*ndjson, csv, text/],
    [["x", "--output", "csv", "--jq", "."], /leave --output csv away/],
    [["x", "--count", "--histogram"], /--count and --histogram exclude each other/],
    [["x", "--facet", "pod", "--output", "csv"], /--facet prints table, json or yaml/],
    [["x", "--facet", ","], /--facet takes 1 to 12 names/],
    [["x", "--facet", "pod", "--limit", "999"], /--limit takes a whole number from 1 to 200/],
    [["x", "--all", "--limit", "3"], /--all and --limit exclude/],
    [["x", "--limit", "-1"], /--limit takes/],
  ])("%j", async (args, said) => {
    const ended = await kubin(...args);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr.replace(/\s*\n\s*/g, " ")).toMatch(said);
  });
});
