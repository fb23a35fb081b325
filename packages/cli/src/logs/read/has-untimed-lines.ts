import type { LogStream, LogStreamRef } from "@kubin/schema";
import { allOf, anyOf, type LineQuery } from "../filter/line-query.ts";
import type { LogReader } from "./log-reader.ts";

/** Names of pods in one question: it stays below the 4,000 characters of a query. */
const podsAtOnce = 12;

/**
 * Whether lines of these streams may have no time. They belong where the line before them is, which only those know
 * who see all lines.
 */
export async function hasUntimedLines(reader: LogReader, streams: readonly LogStream[]): Promise<boolean> {
  // A log without any time tells it itself.
  if (streams.some(({ lines, firstAt }) => lines > 0 && firstAt === undefined)) return true;
  const { formatQuery } = await import("@kubin/logs");
  for (const query of questions(streams)) {
    const asked = { snapshotId: reader.snapshotId, query: formatQuery(query) };
    const { lines, incomplete } = await reader.client.query.countLogs.query(asked);
    if (lines > 0 || incomplete !== undefined) return true;
  }
  return false;
}

/** Lines that are not after the beginning of all times have none. */
const untimed: LineQuery = { type: "not", item: { type: "time", op: ">=", at: 0 } };

function* questions(streams: readonly LogStreamRef[]): Generator<LineQuery> {
  for (const namespace of new Set(streams.map((stream) => stream.namespace))) {
    const own = streams.filter((stream) => stream.namespace === namespace);
    const pods = [...new Set(own.map(({ pod }) => pod))];
    const source = own[0]?.source ?? "current";
    for (let from = 0; from < pods.length; from += podsAtOnce) {
      const some = pods.slice(from, from + podsAtOnce);
      yield allOf([
        { type: "field", field: "namespace", pattern: namespace },
        { type: "source", source },
        anyOf(some.map((pattern) => ({ type: "field", field: "pod", pattern }))),
        untimed,
      ]);
    }
  }
}
