import type { LogPosition } from "@kubin/core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type EmptyEngine, openEmptyEngine, scope } from "./fixtures/empty-engine.ts";

const query = { type: "phrase", text: "'; DROP TABLE log_lines" } as const;
const { signal } = new AbortController();
const after: LogPosition = {
  at: "2026-03-01T10:00:00.000000001Z",
  stream: { namespace: "a", pod: "b", container: "c", source: "current" },
  line: 7,
};

let engine: EmptyEngine;
beforeAll(async () => {
  engine = await openEmptyEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());
beforeEach(() => void engine.asked.splice(0));

const statements = () => engine.asked.map(({ statement }) => statement.replaceAll(/\s+/g, " "));

/** Of every read: the snapshot and its week, then what a person asked for. */
const where = "snapshot_id = {p0:UUID} AND retain_week = {p1:Date} AND lower(message) LIKE {p2:String}";
const columns =
  "namespace, pod, container, source, line, toString(toUnixTimestamp64Nano(ts)), toString(level), prefix, message, continues";

it("counts values of fields in one pass", async () => {
  await engine.logs.facets({ scope, query, fields: ["level", "it's"], limit: 5, signal });
  expect(statements()).toEqual([
    "SELECT multiIf(grouping(f0) = 0, 0, grouping(f1) = 0, 1, -1) AS facet, " +
      "multiIf(facet = 0, toString(f0), facet = 1, toString(f1), '') AS value, count() AS lines " +
      `FROM (SELECT level AS f0, fields[{p3:String}] AS f1 FROM log_lines WHERE ${where}) ` +
      "GROUP BY GROUPING SETS ((f0), (f1), ()) " +
      "ORDER BY facet, value = '' DESC, lines DESC, value LIMIT {p4:UInt32} BY facet FORMAT JSONCompact",
  ]);
});

it("names attributes", async () => {
  await engine.logs.fields({ scope, query, limit: 5, signal });
  expect(statements()).toEqual([
    `SELECT arrayJoin(mapKeys(fields)) AS name, count() AS lines FROM log_lines WHERE ${where} ` +
      "GROUP BY name ORDER BY lines DESC, name LIMIT {p3:UInt32} FORMAT JSONCompact",
  ]);
});

const ahead = (op: string) =>
  `(namespace ${op} {p3:String}) OR (namespace = {p3:String} AND pod ${op} {p4:String}) OR ` +
  `(namespace = {p3:String} AND pod = {p4:String} AND container ${op} {p5:String}) OR ` +
  `(namespace = {p3:String} AND pod = {p4:String} AND container = {p5:String} AND source ${op} {p6:String}) OR ` +
  `(namespace = {p3:String} AND pod = {p4:String} AND container = {p5:String} AND source = {p6:String} AND line ${op} {p7:UInt64})`;
const moment = "fromUnixTimestamp64Nano({p8:Int64}, 'UTC')";

it.each([
  [
    "newest" as const,
    false,
    `ts <= ${moment} AND (ts < ${moment} OR (${ahead(">")})) ORDER BY ts DESC, namespace, pod, container, source, line`,
  ],
  [
    "newest" as const,
    true,
    `ts >= ${moment} AND (ts > ${moment} OR (${ahead("<")})) ORDER BY ts, namespace DESC, pod DESC, container DESC, source DESC, line DESC`,
  ],
  ["file" as const, false, `(${ahead(">")}) ORDER BY namespace, pod, container, source, line`],
  ["file" as const, true, `(${ahead("<")}) ORDER BY namespace DESC, pod DESC, container DESC, source DESC, line DESC`],
])("a page, %s, back: %s", async (order, back, rest) => {
  await engine.logs.search({ scope, query, order, back, after, limit: 5, signal });
  expect(statements()).toEqual([
    `SELECT ${columns} FROM log_lines WHERE ${where} AND ${rest} LIMIT {p9:UInt32} FORMAT JSONCompact`,
  ]);
});

it("bytes of lines", async () => {
  await engine.logs.rawLines({ scope, query, limit: 5, signal });
  expect(statements()).toEqual([
    "SELECT base64Encode(concat(prefix, message)), namespace, pod, container, source, line, toString(toUnixTimestamp64Nano(ts)) " +
      `FROM log_lines WHERE ${where} ORDER BY namespace, pod, container, source, line LIMIT {p3:UInt32} FORMAT JSONCompact`,
  ]);
});
