import type { EventPage, EventRow } from "@kubin/schema";
import { tell } from "../io.ts";
import { formatTable } from "../output/format-table.ts";
import { openOutput } from "../output/open-output.ts";
import { printResult } from "../output/print-result.ts";
import type { PrintAll } from "./listing.ts";
import { tellEmpty } from "./tell-empty.ts";

const pageSize = 1000;

/** `kubin get events`: newest first, as an EventPage or a table with kubectl's columns. */
export async function printEvents(all: PrintAll): Promise<undefined> {
  const { io, args, format, listings } = all;
  if (format !== "table" && format !== "wide") {
    const items: EventRow[] = [];
    let total = 0;
    for await (const page of eventPages(all)) {
      items.push(...page.items);
      total = page.total;
    }
    const output = format === "yaml" ? "yaml" : "json";
    const value: EventPage = { items, total };
    return printResult({ io, args: { ...args, output }, value, table: () => "" }).then(() => undefined);
  }
  const withNamespace = listings[0]?.namespaces?.length !== 1;
  const shown = await printRows(all, withNamespace);
  if (shown === 0 && !args.quiet) await tellEmpty(all, (line) => tell(io, line));
  return undefined;
}

async function printRows(all: PrintAll, withNamespace: boolean): Promise<number> {
  const { io, args, opened } = all;
  const { formatAge } = await import("@kubin/kubernetes");
  const seenAt = Date.parse(opened.snapshot.capturedAt ?? opened.snapshot.createdAt);
  const titles = [
    ...(withNamespace ? [{ title: "NAMESPACE", shrinks: "middle" as const }] : []),
    { title: "LAST SEEN" },
    { title: "TYPE" },
    { title: "REASON" },
    { title: "COUNT", right: true },
    { title: "OBJECT", shrinks: "end" as const },
    { title: "MESSAGE", shrinks: "end" as const },
  ];
  const out = openOutput(io, args.pager);
  let shown = 0;
  for await (const { items } of eventPages(all)) {
    const rows = items.map((event) => [
      ...(withNamespace ? [event.namespace] : []),
      event.lastAt === undefined ? "<unknown>" : formatAge(seenAt - Date.parse(event.lastAt)),
      event.type,
      event.reason,
      String(event.count),
      `${event.about.kind.toLowerCase()}/${event.about.name}`,
      event.message,
    ]);
    if (rows.length === 0) continue;
    const text = formatTable({ columns: titles, rows, width: io.terminal.stdout ? io.size().columns : undefined });
    await out.write(shown === 0 && args.headers ? text : text.slice(text.indexOf("\n") + 1));
    shown += rows.length;
    if (out.closed()) break;
  }
  await out.end();
  return shown;
}

async function* eventPages({ opened, args, listings }: PrintAll): AsyncGenerator<EventPage> {
  const namespaces = listings[0]?.namespaces;
  let cursor: string | undefined;
  do {
    const page: EventPage = await opened.client.metadata.events.query({
      snapshotId: opened.snapshot.id,
      limit: pageSize,
      cursor,
      namespaces,
      text: args.text,
      ...(args.failing && { type: "Warning" }),
    });
    yield page;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
