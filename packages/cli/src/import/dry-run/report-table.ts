import { isNotCaptured } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { formatBytes, formatCount, plural } from "../../output/format-numbers.ts";
import { formatTable, type TableColumn } from "../../output/format-table.ts";
import { inert } from "../../output/inert.ts";
import type { DryRunReport } from "./report.ts";

/** The report for people: the sums, then a table each for what goes, is taken out, stays, is missing, is there twice. */
export function reportTable(io: Io, report: DryRunReport): string {
  const width = io.terminal.stdout ? io.size().columns : undefined;
  const table = (columns: readonly TableColumn[], rows: readonly string[][]) => formatTable({ columns, rows, width });
  const missing = report.coverage.filter(isNotCaptured);
  const duplicates = report.coverage.filter((gap) => !isNotCaptured(gap));
  const sums = [
    plural(report.objects, "object"),
    plural(report.logLines, "log line"),
    plural(report.documents, "document"),
    formatBytes(report.bytes),
  ].join(" · ");
  const sections: [string, string][] = [
    [
      "Would be sent",
      table(
        [{ title: "TYPE" }, { title: "NAMESPACE" }, number("PARTS"), number("ITEMS"), number("SIZE")],
        report.parts.map((one) => [
          one.type,
          one.namespace || "-",
          formatCount(one.parts),
          formatCount(one.items),
          formatBytes(one.bytes),
        ]),
      ),
    ],
    [
      `Taken out (${formatCount(report.redactions.reduce((sum, one) => sum + one.count, 0))})`,
      table(
        [{ title: "RULE" }, { title: "NAMESPACE" }, number("COUNT")],
        report.redactions.map((one) => [one.rule, one.namespace || "-", formatCount(one.count)]),
      ),
    ],
    [
      "Examples",
      table(
        [{ title: "RULE" }, { title: "FILE", shrinks: "middle" }, { title: "AT", shrinks: "end" }, { title: "MARK" }],
        report.examples.map((one) => [one.rule, one.where, one.at, one.mark]),
      ),
    ],
    [`Stays home (${formatCount(countOf(report.withheld))})`, gaps(report.withheld, table)],
    [`Not got (${formatCount(countOf(missing))})`, gaps(missing, table)],
    [`Held twice (${formatCount(countOf(duplicates))})`, gaps(duplicates, table)],
  ];
  const shown = sections.filter(([, text]) => text.split("\n").length > 2);
  const head = `${inert(report.name)} (${report.layout}): ${sums}. Nothing was sent.\n`;
  return [head, ...shown.map(([title, text]) => `${title}\n${text}`)].join("\n");
}

function gaps(
  coverage: DryRunReport["coverage"],
  table: (columns: readonly TableColumn[], rows: readonly string[][]) => string,
): string {
  return table(
    [{ title: "WHY" }, { title: "WHAT", shrinks: "middle" }, number("COUNT"), { title: "DETAIL", shrinks: "end" }],
    coverage.map((gap) => [gap.kind, gap.what, formatCount(gap.count), gap.detail]),
  );
}

function countOf(gaps: DryRunReport["coverage"]): number {
  return gaps.reduce((sum, gap) => sum + gap.count, 0);
}

function number(title: string): TableColumn {
  return { title, right: true };
}
