import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatNanos } from "../lines/nanos.ts";
import { parseLine } from "../parse/parse-line.ts";
import type { LineContext } from "../parse/parsed-line.ts";

/** Time, level and body as the columns of a file of labels have them; empty where the line does not say. */
type Row = readonly [time: string, level: string, body: string];

function read(line: string, around: LineContext): Row {
  const { at, level, body } = parseLine(new TextEncoder().encode(line), around);
  return [at === undefined ? "" : formatNanos(at), level === "unknown" ? "" : level, body];
}

const folder = new URL("../fixtures/labels/", import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".tsv") ? [file.slice(0, -4)] : []));
const columns = ["time", "level", "body"] as const;

/** Labels are in fixtures/labels, made as its README says and not by what they judge. */
describe("labelled lines of real programs", () => {
  it.each(names)("%s", (name) => {
    const { around, rows } = labelsOf(name);
    const lines = linesOf(`${name}.log`);
    expect(lines).toHaveLength(rows.length);
    const wrong = lines.flatMap((line, index) =>
      differences(read(line, around), rows[index]!).map((what) => ({ line, what })),
    );
    const wrongLines = new Set(wrong.map(({ line }) => line)).size;
    const share = 1 - wrongLines / lines.length;
    process.stdout.write(`labels: ${name} ${(share * 100).toFixed(1)} % of ${lines.length}\n`);
    expect(share, JSON.stringify(wrong.slice(0, 3), undefined, 1)).toBeGreaterThanOrEqual(0.99);
  });
});

function differences(got: Row, wanted: Row): string[] {
  return columns.flatMap((column, index) =>
    got[index] === wanted[index]
      ? []
      : [`${column}: ${JSON.stringify(got[index])}, labelled ${JSON.stringify(wanted[index])}`],
  );
}

/** A first line `#captured <time>` gives a capture, for times without a year. */
function labelsOf(name: string): { around: LineContext; rows: Row[] } {
  const [first = "", ...rest] = linesOf(`${name}.tsv`);
  const captured = /^#captured\t(.*)$/.exec(first)?.[1];
  const rows = (captured === undefined ? rest : rest.slice(1)).map((row): Row => {
    const [time = "", level = "", body = ""] = row.split("\t");
    return [time, level, body.replace(/\\(.)/g, (_, letter: string) => (letter === "t" ? "\t" : letter))];
  });
  return { around: captured === undefined ? {} : { capturedAt: new Date(captured) }, rows };
}

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, folder), "utf8").split("\n").slice(0, -1);
}
