import type { Base } from "./place.ts";

/** The path below which all pages of the snapshot are. */
export function snapshotPath(base: Base): string {
  return base.by === "link" ? `/s/${encodeURIComponent(base.token)}` : `/snapshots/${encodeURIComponent(base.id)}`;
}
