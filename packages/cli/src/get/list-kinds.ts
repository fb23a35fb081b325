import type { Io } from "../io.ts";
import { formatCount } from "../output/format-numbers.ts";
import { formatTable } from "../output/format-table.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";

import type { WantedArgs } from "../session/wanted-snapshot.ts";

const columns = [
  { title: "NAME", shrinks: "middle" as const },
  { title: "GROUP", shrinks: "end" as const },
  { title: "VERSION" },
  { title: "NAMESPACED" },
  { title: "KIND" },
  { title: "OBJECTS", right: true },
  { title: "FAILING", right: true },
];

/** `kubin get` alone: the kinds of the snapshot, KindCount[]. */
export async function listKinds(io: Io, args: WantedArgs & ResultArgs): Promise<undefined> {
  const { client, snapshot } = await openContent(io, args);
  const value = await client.metadata.kinds.query({ snapshotId: snapshot.id });
  const rows = value.map((one) => [
    one.plural,
    one.group,
    one.version,
    String(one.namespaced),
    one.kind,
    formatCount(one.total),
    one.failing === 0 ? "" : formatCount(one.failing),
  ]);
  const width = io.terminal.stdout ? io.size().columns : undefined;
  const table = () => (rows.length === 0 ? "The snapshot holds no objects.\n" : formatTable({ columns, rows, width }));
  await printResult({ io, args, value, table });
}
