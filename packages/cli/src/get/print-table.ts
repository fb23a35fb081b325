import type { Cell, Column, ResourceRow } from "@kubin/schema";
import { formatTable, type TableColumn } from "../output/format-table.ts";
import { openOutput } from "../output/open-output.ts";
import { pagesOf } from "./all-rows.ts";
import type { Listing, PrintAll } from "./listing.ts";

/** Rows that are laid out together: their columns have one width. */
const block = 5_000;

/** Prints listings as tables, a blank line between kinds; returns how many rows there were. */
export async function printTable(all: PrintAll): Promise<number> {
  const { io, args, opened, listings } = all;
  const { formatAge } = await import("@kubin/kubernetes");
  const seenAt = Date.parse(opened.snapshot.capturedAt ?? opened.snapshot.createdAt);
  const ageOf = (iso: string) => formatAge(seenAt - Date.parse(iso));
  const out = openOutput(io, args.pager);
  const several = listings.length > 1;
  let shown = 0;
  try {
    for (const listing of listings) {
      let first = true;
      let held: ResourceRow[] = [];
      let columns: Column[] = [];
      const flush = async () => {
        if (held.length === 0) return;
        if (first && shown > 0) await out.write("\n");
        await out.write(layOut({ all, listing, columns, rows: held, ageOf, titles: first && args.headers, several }));
        shown += held.length;
        first = false;
        held = [];
      };
      for await (const page of pagesOf(opened.client, opened.snapshot.id, listing)) {
        columns = page.columns;
        held.push(...page.rows);
        if (held.length >= block) await flush();
        if (out.closed()) return shown;
      }
      await flush();
    }
  } finally {
    await out.end();
  }
  return shown;
}

function layOut(opts: {
  all: PrintAll;
  listing: Listing;
  columns: Column[];
  rows: ResourceRow[];
  ageOf: (iso: string) => string;
  titles: boolean;
  several: boolean;
}): string {
  const { all, listing, columns, rows, ageOf } = opts;
  const { io, args, format } = all;
  const withNamespace = listing.kind.captured?.namespaced === true && listing.namespaces?.length !== 1;
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => format === "wide" || !column.wide);
  const titles: TableColumn[] = [
    ...(withNamespace ? [{ title: "NAMESPACE", shrinks: "middle" as const }] : []),
    { title: "NAME", shrinks: "middle" as const },
    ...shown.map(({ column }) => ({
      title: column.name.toUpperCase(),
      shrinks: column.type === "text" ? ("end" as const) : undefined,
    })),
    ...(args.failing ? [{ title: "WHY", shrinks: "end" as const }] : []),
    ...(args["show-labels"] ? [{ title: "LABELS", shrinks: "end" as const }] : []),
  ];
  const cells = rows.map((row) => [
    ...(withNamespace ? [row.namespace] : []),
    opts.several ? `${prefixOf(listing)}/${row.name}` : row.name,
    ...shown.map(({ column, index }) => cellText(column, row.cells[index] ?? null, ageOf)),
    ...(args.failing ? [row.reason] : []),
    ...(args["show-labels"] ? [labelsOf(row)] : []),
  ]);
  const width = io.terminal.stdout ? io.size().columns : undefined;
  const text = formatTable({ columns: titles, rows: cells, width });
  return opts.titles ? text : text.slice(text.indexOf("\n") + 1);
}

/** `pod`, `deployment.apps`: what `kubectl get -o name` puts before a name. */
export function prefixOf({ kind }: Pick<Listing, "kind">): string {
  const singular = kind.kind.toLowerCase();
  return kind.group === "" ? singular : `${singular}.${kind.group}`;
}

function cellText(column: Column, cell: Cell, ageOf: (iso: string) => string): string {
  if (cell === null || cell === "") return column.type === "age" ? "<unknown>" : "";
  if (column.type === "age" && typeof cell === "string" && !Number.isNaN(Date.parse(cell))) return ageOf(cell);
  return String(cell);
}

function labelsOf(row: ResourceRow): string {
  const pairs = Object.entries(row.labels).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? "<none>" : pairs.join(",");
}
