import type { LogHistogram, TimelineQuery } from "@kubin/schema";
import type { SnapshotRecord } from "../ports/metadata.ts";

const threeHoursMs = 3 * 60 * 60 * 1000;

/** In ms since the epoch; `to` is outside. */
export interface Moments {
  from: number;
  to: number;
}

/** What a timeline spans: as asked, else the last three hours in which something was told, less where all began later. */
export function timelineWindow(opts: {
  asked: Pick<TimelineQuery, "from" | "to">;
  events: { first: Date; last: Date } | undefined;
  errors: Pick<LogHistogram, "from" | "to">;
  snapshot: Pick<SnapshotRecord, "capturedAt" | "createdAt">;
}): Moments {
  const { asked, events, errors, snapshot } = opts;
  const first = [events?.first.getTime(), timeOf(errors.from)].filter((time) => time !== undefined);
  // The end of the errors lies behind the last one already.
  const ends = [events && events.last.getTime() + 1, timeOf(errors.to)].filter((time) => time !== undefined);
  const nothing = (snapshot.capturedAt ?? snapshot.createdAt).getTime();
  const to = timeOf(asked.to) ?? (ends.length > 0 ? Math.max(...ends) : nothing);
  const begin = first.length > 0 ? Math.min(...first) : to;
  const from = timeOf(asked.from) ?? Math.max(to - threeHoursMs, Math.min(begin, to));
  return { from: Math.min(from, to), to };
}

function timeOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Date.parse(written);
}
