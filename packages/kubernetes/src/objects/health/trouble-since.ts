import { type Json, records, text } from "../json.ts";
import { isTrouble } from "./conditions.ts";

/**
 * Since when an object is in trouble, where it tells: for a pod that ended the end of its container, else the last
 * change of the condition that says so (not scheduled, not ready, not available, failed).
 */
export function troubleSince(object: Json): Date | undefined {
  const ends = records(object, "status.containerStatuses").map((one) => text(one, "state.terminated.finishedAt"));
  const ended = text(object, "status.phase") === "Failed" ? latest(ends) : undefined;
  if (ended !== undefined) return ended;
  const said = records(object, "status.conditions")
    .slice(0, 200)
    .filter((one) => isTrouble({ type: text(one, "type"), status: text(one, "status"), reason: text(one, "reason") }));
  return earliest(said.map((one) => text(one, "lastTransitionTime")));
}

/** When a container of the pod began anew or, where it did not come up again, ended; newest first. */
export function restartTimes(pod: Json): Date[] {
  const statuses = [...records(pod, "status.initContainerStatuses"), ...records(pod, "status.containerStatuses")];
  const times = statuses
    .filter((one) => Number(text(one, "restartCount")) > 0)
    .map((one) => text(one, "state.running.startedAt") || text(one, "lastState.terminated.finishedAt"));
  return times.flatMap((time) => toDate(time) ?? []).sort((a, b) => b.getTime() - a.getTime());
}

function earliest(times: readonly string[]): Date | undefined {
  return times.flatMap((time) => toDate(time) ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
}

function latest(times: readonly string[]): Date | undefined {
  return times.flatMap((time) => toDate(time) ?? []).sort((a, b) => b.getTime() - a.getTime())[0];
}

function toDate(time: string): Date | undefined {
  const parsed = new Date(time);
  return time === "" || Number.isNaN(parsed.getTime()) ? undefined : parsed;
}
