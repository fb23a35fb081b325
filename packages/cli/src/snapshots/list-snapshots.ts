import type { Snapshot, SnapshotPage } from "@kubin/schema";
import type { Io } from "../io.ts";
import { formatCount } from "../output/format-numbers.ts";
import { formatTable } from "../output/format-table.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { serverToRead } from "../session/server-of.ts";
import { inRange } from "../usage/in-range.ts";
import { shortTime } from "./short-time.ts";

interface ListArgs extends ResultArgs {
  server?: string | undefined;
  text?: string | undefined;
  limit: number;
}

/** `kubin list`: a SnapshotPage, or a table. */
export async function listSnapshots(io: Io, args: ListArgs): Promise<undefined> {
  const limit = inRange({ name: "--limit", value: args.limit, min: 1, max: 1000 });
  const { createClient } = await import("@kubin/client");
  const server = await serverToRead(io, args);
  const client = createClient({ server, signal: io.signal });
  const value = await client.metadata.list.query({ limit, text: args.text });
  await printResult({
    io,
    args,
    value,
    table: () => (value.items.length === 0 ? nothing(args, server) : table(io, value)),
  });
}

function nothing(args: ListArgs, server: string): string {
  if (args.text !== undefined) return `No snapshot on ${server} has "${args.text}" in its name or cluster.\n`;
  return `No snapshots on ${server} yet. Make one: kubin import <file|folder|->\n`;
}

function table(io: Io, page: SnapshotPage): string {
  const columns = [
    { title: "NAME", shrinks: "end" as const },
    { title: "CLUSTER", shrinks: "end" as const },
    { title: "STATE" },
    { title: "CAPTURED (UTC)" },
    { title: "OBJECTS", right: true },
    { title: "LOG LINES", right: true },
    { title: "EXPIRES" },
    { title: "ID" },
  ];
  const rows = page.items.map((one) => [
    one.name,
    one.cluster?.name ?? "-",
    stateOf(one),
    one.capturedAt === undefined ? "-" : shortTime(one.capturedAt),
    formatCount(one.counts.objects),
    formatCount(one.counts.logLines),
    one.expiresAt.slice(0, 10),
    one.id,
  ]);
  const text = formatTable({ columns, rows, width: io.terminal.stdout ? io.size().columns : undefined });
  return page.nextCursor === undefined ? text : `${text}There are more: --limit shows them.\n`;
}

function stateOf(snapshot: Snapshot): string {
  return snapshot.partial && snapshot.state === "COMPLETED" ? "COMPLETED (partial)" : snapshot.state;
}
