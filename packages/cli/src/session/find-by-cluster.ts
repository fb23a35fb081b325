import type { KubinClient } from "@kubin/client";
import { KubinError, type Snapshot, titleOf } from "@kubin/schema";
import { inert } from "../output/inert.ts";

/** How many of the newest snapshots of a cluster are looked at. */
const looked = 200;

/**
 * `cluster[@time]`: the newest snapshot of the cluster (or with that name), captured at or before the time.
 * Throws NOT_FOUND with what there is, BAD_INPUT for a time that is none.
 */
export async function findByCluster(client: KubinClient, text: string): Promise<Snapshot> {
  const at = text.lastIndexOf("@");
  const name = at > 0 ? text.slice(0, at) : text;
  const until = at > 0 ? endOf(text.slice(at + 1)) : undefined;
  const { items } = await client.metadata.list.query({ text: name.slice(0, 200), limit: looked });
  const same = items.filter((one) => one.cluster?.name === name || one.name === name || one.cluster?.uid === name);
  const fitting = same
    .filter((one) => until === undefined || whenOf(one) <= until)
    .sort((a, b) => whenOf(b) - whenOf(a));
  const [found] = fitting;
  if (found) return found;
  const near = [...new Set(items.map(titleOf))].slice(0, 5).map(inert).join(", ");
  const hint = near === "" ? "`kubin list` shows what there is." : `Did you mean one of: ${near}?`;
  throw new KubinError("NOT_FOUND", `There is no snapshot of a cluster "${inert(text)}" on this server.\n${hint}`);
}

function whenOf(snapshot: Snapshot): number {
  return Date.parse(snapshot.capturedAt ?? snapshot.createdAt);
}

/** The end of the day, hour or minute that a time names, in ms: `2026-11-23` holds the whole day (UTC). */
function endOf(text: string): number {
  const start = Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) || text.length <= 10 ? text : `${text}Z`);
  if (Number.isNaN(start)) {
    const sentence = `"${inert(text)}" is no time. Expected one like 2026-11-23 or 2026-11-23T10:44:00Z.`;
    throw new KubinError("BAD_INPUT", sentence);
  }
  const dayMs = 24 * 60 * 60 * 1000;
  const grain = text.length <= 10 ? dayMs : /T\d\d:\d\d(?:Z|$|[+-])/.test(text) ? 60_000 : 1000;
  return start + grain - 1;
}
