import type { ListSnapshots, SnapshotPage } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { authorise } from "../policy/authorise.ts";
import type { SnapshotRecord } from "../ports/metadata.ts";
import { toSnapshot } from "./present-snapshot.ts";

/** Snapshots of this server, newest first; trashed ones are left out. */
export async function listSnapshots(opts: { ctx: Ctx; input: ListSnapshots }): Promise<SnapshotPage> {
  const { ctx, input } = opts;
  authorise(ctx, "snapshot.list");
  const { metadata } = ctx.ports;
  const asked = { scope: "all-snapshots" as const, question: { text: input.text } };
  const before = decodeCursor(asked, input.cursor, String);
  const records = await metadata.listSnapshots({ text: input.text, limit: input.limit, before });
  const items = await Promise.all(
    records.map(async (record) => toSnapshot(record, await metadata.totals(wholeScope(record)))),
  );
  const last = records.at(-1);
  if (!last || records.length < input.limit) return { items };
  return { items, nextCursor: encodeCursor(asked, last.id) };
}

function wholeScope(record: SnapshotRecord) {
  const { id, generation, retainWeek } = record;
  return { snapshotId: id, generation, namespaces: "all" as const, logs: true, retainWeek };
}
