import type { KindRows } from "./use-kind-rows.ts";

export type TroubleCounts = Readonly<Record<"failing" | "warning", number>>;

/** How many of the rows are in trouble; undefined while more of them may come. The server gives trouble first. */
export function troubleCounts({ rows, total, stale }: KindRows): TroubleCounts | undefined {
  const counts = { failing: 0, warning: 0 };
  for (const { health } of rows) if (health === "failing" || health === "warning") counts[health] += 1;
  const isAll = rows.length >= total || counts.failing + counts.warning < rows.length;
  return isAll && !stale ? counts : undefined;
}
