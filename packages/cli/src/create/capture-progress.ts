import type { Snapshot } from "@kubin/schema";
import type { Progress } from "../import/progress/create-progress.ts";
import { createLiveBlock } from "../import/progress/live-block.ts";
import { bar, itemsOf, type ProgressState, sentWords, serverWords } from "../import/progress/progress-lines.ts";
import { type Io, tell } from "../io.ts";
import { formatBytes, formatCount, formatDuration, plural } from "../output/format-numbers.ts";
import { inert } from "../output/inert.ts";
import { paintFor } from "../output/paint.ts";
import type { CaptureCounts } from "./capture/live-context.ts";

interface OpenProgress {
  io: Io;
  quiet: boolean;
  counts(): CaptureCounts;
}

/** What is told while a cluster is captured: live lines on a terminal, one line a phase elsewhere, nothing when quiet. */
export function captureProgress({ io, quiet, counts }: OpenProgress): Progress {
  const state: ProgressState = { startedAt: Date.now(), stageAt: Date.now() };
  const paint = paintFor(io, "stderr");
  const live = !quiet && io.terminal.stderr && io.env.TERM !== "dumb";
  const block = live ? createLiveBlock(io, lines) : undefined;
  const phase = (words: string) => (quiet || live ? undefined : tell(io, words));
  let objectsMs: number | undefined;
  let indexing = false;

  function lines(): string[] {
    const bold = (word: string) => `  ${paint("bold", word.padEnd(11))} `;
    return [
      bold("Resources") + resourcesLine(),
      ...(state.pack?.stage === "logs" ? [bold("Logs") + logsLine()] : []),
      ...(state.sent ? [bold("Uploaded") + sentWords(state)] : []),
      ...(state.sent?.waiting === undefined ? [] : [bold("Waiting") + inert(state.sent.waiting)]),
      ...(state.snapshot ? [bold("Indexed") + serverWords(state.snapshot)] : []),
    ];
  }
  function resourcesLine(): string {
    const { types, typesDone } = counts();
    if (types === 0) return "asking the cluster what it has";
    const took = objectsMs === undefined ? "" : ` · ${formatDuration(objectsMs)}`;
    const of = typesDone < types ? `${typesDone} of ${plural(types, "type")}` : plural(types, "type");
    return `${bar(typesDone / types)} ${plural(state.readDone?.objects ?? state.pack?.objects ?? 0, "object")} · ${of}${took}`;
  }
  function logsLine(): string {
    const { streams, streamsDone } = counts();
    const { bytes = 0 } = state.pack ?? {};
    const elapsedMs = Math.max(1, Date.now() - state.stageAt);
    const rate = elapsedMs < 500 || state.readDone ? "" : ` · ${formatBytes((bytes / elapsedMs) * 1000)}/s`;
    const of = `${formatCount(streamsDone)}/${plural(streams, "stream")}`;
    return `${bar(streams === 0 ? 1 : streamsDone / streams)} ${of} · ${formatBytes(bytes)}${rate}`;
  }
  return {
    reading(name) {
      phase(`Capturing ${inert(name)}`);
      block?.touch();
    },
    packed(now) {
      if (now.stage !== state.pack?.stage) {
        if (now.stage === "logs") objectsMs = Date.now() - state.startedAt;
        state.stageAt = Date.now();
      }
      state.pack = { ...now };
      block?.touch();
    },
    uploaded(now) {
      state.sent = { ...now };
      block?.touch();
    },
    uploadDone({ parts }) {
      state.readDone = itemsOf(parts);
      block?.touch();
      const { types, streams } = counts();
      const { objects, logLines } = state.readDone;
      phase(
        `Captured ${plural(objects, "object")} of ${plural(types, "type")}, ${plural(logLines, "log line")} of ${plural(streams, "stream")}`,
      );
      if (state.sent) phase(`Uploaded ${sentWords(state)}`);
    },
    indexed(snapshot: Snapshot) {
      if (!indexing) phase("Indexing on the server");
      indexing = true;
      state.snapshot = snapshot;
      block?.touch();
      if (snapshot.state === "COMPLETED") phase(`Indexed ${serverWords(snapshot)}`);
    },
    sent: () => state.sent ?? { partsStored: 0, bytesStored: 0 },
    stop: () => block?.stop(),
    [Symbol.dispose]: () => block?.stop(),
  };
}
