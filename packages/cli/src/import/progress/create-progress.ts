import type { UploadProgress } from "@kubin/client";
import type { PackProgress } from "@kubin/kubernetes";
import type { Manifest, Snapshot } from "@kubin/schema";
import { type Io, tell } from "../../io.ts";
import { inert } from "../../output/inert.ts";
import { paintFor } from "../../output/paint.ts";
import { bundlePicture } from "./bundle-picture.ts";
import { createLiveBlock } from "./live-block.ts";
import { itemsOf, type ProgressState, sentWords, serverWords } from "./progress-lines.ts";
import type { ReadingPicture } from "./reading-picture.ts";

/** What is told while something is read, sent and indexed. */
export interface Progress extends Disposable {
  reading(name: string, layout: string): void;
  packed(now: PackProgress): void;
  uploaded(now: UploadProgress): void;
  /** The manifest has the exact sums; reports while reading lag behind. */
  uploadDone(manifest: Manifest): void;
  indexed(snapshot: Snapshot): void;
  /** What the store has by now. */
  sent(): Pick<UploadProgress, "partsStored" | "bytesStored">;
  /** Draws the last state and leaves it there. */
  stop(): void;
}

interface OpenProgress {
  io: Io;
  quiet: boolean;
  /** Of a bundle without one. */
  picture?: ReadingPicture | undefined;
}

/** Live lines on a terminal, one line a phase elsewhere, nothing when quiet. */
export function createProgress({ io, quiet, picture = bundlePicture }: OpenProgress): Progress {
  const state: ProgressState = { startedAt: Date.now(), stageAt: Date.now() };
  const paint = paintFor(io, "stderr");
  const live = !quiet && io.terminal.stderr && io.env.TERM !== "dumb";
  const block = live ? createLiveBlock(io, () => lines()) : undefined;
  const phase = (words: string) => (quiet || live ? undefined : tell(io, words));
  let indexing = false;
  let waitedFor: string | undefined;

  function lines(): string[] {
    const rows = picture.rows(state);
    if (state.sent) rows.push(["Uploaded", sentWords(state)]);
    if (state.sent?.waiting !== undefined) rows.push(["Waiting", inert(state.sent.waiting)]);
    if (state.snapshot) rows.push(["Indexed", serverWords(state.snapshot)]);
    return rows.map(([word, line]) => `  ${paint("bold", word.padEnd(11))} ${line}`);
  }

  return {
    reading(name, layout) {
      phase(picture.begins(inert(name), layout));
      block?.touch();
    },
    packed(now) {
      if (now.stage !== state.pack?.stage) state.stageAt = Date.now();
      state.pack = { ...now };
      block?.touch();
    },
    uploaded(now) {
      state.sent = { ...now };
      block?.touch();
      // Told once; elsewhere the line goes when the wait is over.
      if (now.waiting !== undefined && now.waiting !== waitedFor) phase(`Waiting: ${inert(now.waiting)}`);
      waitedFor = now.waiting ?? waitedFor;
    },
    uploadDone({ parts }) {
      state.readDone = itemsOf(parts);
      block?.touch();
      phase(picture.ended(state));
      if (state.sent) phase(`Uploaded ${sentWords(state)}`);
    },
    indexed(snapshot) {
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
