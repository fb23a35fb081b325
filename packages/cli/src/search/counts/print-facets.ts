import { KubinError, type LogFacets, LogFieldName } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { bar } from "../../output/bar.ts";
import { formatCount, plural } from "../../output/format-numbers.ts";
import { cut } from "../../output/format-table.ts";
import { inert } from "../../output/inert.ts";
import { paintFor } from "../../output/paint.ts";
import { printResult } from "../../output/print-result.ts";
import { inRange } from "../../usage/in-range.ts";
import { endAnswer, type Question } from "../question.ts";

const mostFields = 12;
const mostValues = 200;

/** `--facet`: the most frequent values of fields among the lines that match. Throws BAD_INPUT. */
export function printFacets(fields: readonly string[], limit: number | undefined) {
  const named = [...new Set(fields)];
  if (named.length === 0 || named.length > mostFields || named.some((name) => !LogFieldName.safeParse(name).success)) {
    const expected = `1 to ${mostFields} names of fields, of at most 128 characters`;
    throw new KubinError("BAD_INPUT", `--facet takes ${expected}: level, namespace, pod, container, or an attribute.`);
  }
  if (limit !== undefined) inRange({ name: "--limit", value: limit, min: 1, max: mostValues });
  return async (question: Question): Promise<number> => {
    const { io, args, opened, query } = question;
    const asked = { snapshotId: opened.snapshot.id, query, fields: named, limit };
    const value = await opened.client.query.facets.query(asked);
    await printResult({ io, args, value, table: () => facetsText(io, value) });
    return endAnswer(question, { lines: value.lines, incomplete: value.incomplete });
  };
}

const widestBar = 40;
/** Without a terminal. */
const usualColumns = 100;

function facetsText(io: Io, { lines, facets }: LogFacets): string {
  const columns = io.terminal.stdout ? io.size().columns : usualColumns;
  return [`${plural(lines, "line")}\n`, ...facets.map((facet) => facetText(io, { facet, lines, columns }))].join("\n");
}

interface FacetText {
  facet: LogFacets["facets"][number];
  lines: number;
  columns: number;
}

/** Value, number of lines, and their share of all lines that match as a bar. */
function facetText(io: Io, { facet, lines, columns }: FacetText): string {
  const paint = paintFor(io, "stdout");
  const rest = [
    ...(facet.others > 0 ? [["(other values)", facet.others] as const] : []),
    ...(facet.without > 0 ? [["(none)", facet.without] as const] : []),
  ];
  const counts = [...facet.values.map((one) => one.lines), ...rest.map(([, count]) => count)].map(formatCount);
  const countWidth = Math.max(1, ...counts.map((count) => count.length));
  const names = [...facet.values.map(({ value }) => inert(value)), ...rest.map(([name]) => name)];
  const barWidth = Math.min(widestBar, Math.max(10, Math.trunc(columns / 3)));
  const nameWidth = Math.min(
    Math.max(10, columns - countWidth - barWidth - 6),
    Math.max(0, ...names.map((name) => name.length)),
  );
  const row = (opts: { name: string; count: number; share: number }) => {
    const start = `  ${cut(opts.name, nameWidth).padEnd(nameWidth)}  ${formatCount(opts.count).padStart(countWidth)}`;
    return `${start}  ${bar(opts.share, barWidth)}`.trimEnd();
  };
  return [
    paint("bold", inert(facet.field)),
    ...facet.values.map((one) =>
      row({ name: inert(one.value), count: one.lines, share: one.lines / Math.max(1, lines) }),
    ),
    ...rest.map(([name, count]) => paint("dim", row({ name, count, share: count / Math.max(1, lines) }))),
    "",
  ].join("\n");
}
