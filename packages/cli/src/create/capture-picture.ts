import { bar, type ProgressState } from "../import/progress/progress-lines.ts";
import type { ReadingPicture } from "../import/progress/reading-picture.ts";
import { formatBytes, formatCount, formatDuration, plural } from "../output/format-numbers.ts";
import type { CaptureCounts } from "./capture/live-context.ts";

/** A cluster that is captured, as its types and then its logs. */
export function capturePicture(counts: () => CaptureCounts): ReadingPicture {
  return {
    begins: (name) => `Capturing ${name}`,
    ended({ readDone: { objects, logLines } = { objects: 0, logLines: 0 } }) {
      const { types, streams } = counts();
      const logs = `${plural(logLines, "log line")} of ${plural(streams, "stream")}`;
      return `Captured ${plural(objects, "object")} of ${plural(types, "type")}, ${logs}`;
    },
    rows: (state) => [
      ["Resources", resourcesLine(state, counts())],
      ...(state.pack?.stage === "logs" ? [["Logs", logsLine(state, counts())] as [string, string]] : []),
    ],
  };
}

function resourcesLine({ pack, readDone, startedAt, stageAt }: ProgressState, counts: CaptureCounts): string {
  const { types, typesDone } = counts;
  if (types === 0) return "asking the cluster what it has";
  const took = pack?.stage === "logs" ? ` · ${formatDuration(stageAt - startedAt)}` : "";
  const of = typesDone < types ? `${typesDone} of ${plural(types, "type")}` : plural(types, "type");
  return `${bar(typesDone / types)} ${plural(readDone?.objects ?? pack?.objects ?? 0, "object")} · ${of}${took}`;
}

function logsLine({ pack, readDone, stageAt }: ProgressState, { streams, streamsDone }: CaptureCounts): string {
  const { bytes = 0 } = pack ?? {};
  const elapsedMs = Math.max(1, Date.now() - stageAt);
  const rate = elapsedMs < 500 || readDone ? "" : ` · ${formatBytes((bytes / elapsedMs) * 1000)}/s`;
  const of = `${formatCount(streamsDone)}/${plural(streams, "stream")}`;
  return `${bar(streams === 0 ? 1 : streamsDone / streams)} ${of} · ${formatBytes(bytes)}${rate}`;
}
