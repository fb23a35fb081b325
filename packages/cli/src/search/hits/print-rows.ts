import { KubinError } from "@kubin/schema";
import { type Io, tell } from "../../io.ts";
import { plural } from "../../output/format-numbers.ts";
import { inert, inertJson } from "../../output/inert.ts";
import { openOutput } from "../../output/open-output.ts";
import { endAnswer, pageOf, type Question } from "../question.ts";
import type { StreamFormat } from "../search-args.ts";
import { type Block, createAround, type ShownLine } from "./around.ts";
import { cellsOf, usualColumns } from "./columns.ts";
import { type HitsWanted, pagesOf } from "./hits-wanted.ts";

interface RowsWanted extends HitsWanted {
  format: StreamFormat;
  /** None: the usual ones of the format. */
  columns: readonly string[];
}

/** Hits written as they come, however many: a page is held. */
export function printRows(wanted: RowsWanted) {
  return async (question: Question): Promise<number> => {
    const { io, args, opened } = question;
    const { around } = wanted;
    const rows = await rowsOf(io, wanted);
    const blocks = createAround({ client: opened.client, snapshotId: opened.snapshot.id, around });
    const out = openOutput(io, args.pager);
    if (rows.head !== "") await out.write(rows.head);
    let shown = 0;
    let isMore = false;
    let incomplete: string | undefined;
    const asked = { ...wanted, fields: wanted.fields || wanted.format === "csv" };
    for await (const page of pagesOf(question, asked)) {
      const some: Block[] = around > 0 ? await blocks(page.lines) : [{ lines: page.lines, first: true }];
      for (const { first, lines } of some) await out.write((first ? "" : rows.between) + lines.map(rows.row).join(""));
      shown += page.lines.length;
      isMore = page.nextCursor !== undefined;
      incomplete = page.incomplete ?? incomplete;
      if (out.closed() || io.signal.aborted) break;
    }
    await out.end();
    if (io.signal.aborted) throw new KubinError("CANCELLED", "Stopped.");
    const more = isMore ? " · there may be more, --limit or --all for them" : "";
    if (!args.quiet) tell(io, `${plural(shown, "line")}${more} · ${pageOf(question)}`);
    return endAnswer(question, { lines: shown, incomplete });
  };
}

interface Rows {
  head: string;
  /** Between blocks of lines. */
  between: string;
  row(line: ShownLine): string;
}

async function rowsOf(io: Io, { format, columns, around }: RowsWanted): Promise<Rows> {
  // A file or a pipe gets the lines as they were; a terminal must not obey them.
  const show = io.terminal.stdout ? inert : (text: string) => text;
  if (format === "ndjson") {
    return { head: "", between: "", row: (line) => `${inertJson(JSON.stringify(line))}\n` };
  }
  if (format === "csv") {
    const { csvRow } = await import("@kubin/logs");
    const usual = around > 0 ? [...usualColumns, "hit"] : usualColumns;
    const names = columns.length > 0 ? columns : usual;
    return { head: csvRow(names), between: "", row: (line) => csvRow(cellsOf(line, names).map(show)) };
  }
  if (columns.length === 0)
    return { head: "", between: "--\n", row: (line) => `${show(line.prefix + line.message)}\n` };
  const row = (line: ShownLine) =>
    `${cellsOf(line, columns)
      .map((cell) => show(cell).replaceAll("\t", " "))
      .join("\t")}\n`;
  return { head: "", between: "--\n", row };
}
