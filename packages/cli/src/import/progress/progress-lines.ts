import type { UploadProgress } from "@kubin/client";
import type { PackProgress } from "@kubin/kubernetes";
import type { Manifest, Snapshot } from "@kubin/schema";
import { formatBytes, formatCount, formatDuration, plural } from "../../output/format-numbers.ts";

export interface ProgressState {
  startedAt: number;
  /** When the present stage of reading began. */
  stageAt: number;
  pack?: PackProgress;
  sent?: UploadProgress;
  /** Set once everything is read. */
  readDone?: Pick<PackProgress, "objects" | "logLines">;
  snapshot?: Snapshot;
}

const barWidth = 20;
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of 20 characters, in eighths. */
export function bar(share: number): string {
  const steps = Math.round(Math.min(1, Math.max(0, share)) * barWidth * 8);
  return ("█".repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? "")).padEnd(barWidth);
}

/** Bar, bytes, rate and time left of reading; its first stage does not know how much there is. */
export function readLine({ pack, stageAt, readDone }: ProgressState): string {
  if (!pack) return "";
  if (readDone) return `${bar(1)} ${readWords(readDone)}`;
  const elapsedMs = Math.max(1, Date.now() - stageAt);
  const rate = (pack.bytes / elapsedMs) * 1000;
  const speed = elapsedMs < 500 ? "" : ` · ${formatBytes(rate)}/s`;
  if (pack.totalBytes === undefined) return `${formatBytes(pack.bytes)} in ${plural(pack.files, "file")}${speed}`;
  const leftMs = rate > 0 ? ((pack.totalBytes - pack.bytes) / rate) * 1000 : 0;
  const left = speed === "" ? "" : ` · left ${formatDuration(Math.max(0, Math.ceil(leftMs / 1000) * 1000))}`;
  return `${bar(pack.bytes / Math.max(1, pack.totalBytes))} ${formatBytes(pack.bytes)} of ${formatBytes(pack.totalBytes)}${speed}${left}`;
}

/** What was read, by the manifest: reports while reading lag behind. */
export function itemsOf(parts: Manifest["parts"]): Pick<PackProgress, "objects" | "logLines"> {
  const sumOf = (...types: string[]) =>
    parts.reduce((sum, part) => sum + (types.includes(part.type) ? part.items : 0), 0);
  return { objects: sumOf("resources", "events"), logLines: sumOf("logs") };
}

export function readWords({ objects, logLines }: Pick<PackProgress, "objects" | "logLines">): string {
  return `${plural(objects, "object")} · ${plural(logLines, "log line")}`;
}

export function sentWords({ sent }: ProgressState): string {
  if (!sent) return "";
  const { bytesStored, partsStored, partsKnown, partsSkipped, retried } = sent;
  const of =
    partsStored < partsKnown
      ? `${formatCount(partsStored)} of ${plural(partsKnown, "part")}`
      : plural(partsKnown, "part");
  const skipped = partsSkipped === 0 ? "" : ` · ${formatCount(partsSkipped)} were there already`;
  const again = retried === 0 ? "" : ` · ${formatCount(retried)} retried`;
  return `${formatBytes(bytesStored)} in ${of}${skipped}${again}`;
}

export function serverWords({ progress, counts }: Snapshot): string {
  const { partsIndexed, partsKnown } = progress;
  const of =
    partsIndexed < partsKnown
      ? `${formatCount(partsIndexed)} of ${plural(partsKnown, "part")}`
      : plural(partsKnown, "part");
  return `${of} · ${plural(counts.objects, "object")} · ${plural(counts.logLines, "log line")}`;
}
