import type { BundleSource, DetectedBundle, PackedBundle, RedactionOptions } from "@kubin/kubernetes";
import type { Io } from "../io.ts";
import type { ImportArgs, ImportPlan } from "./import-args.ts";
import type { ReadingPicture } from "./progress/reading-picture.ts";
import type { NoteMaker } from "./resume/upload-note.ts";

/** One bundle on its way: what every step after the choice of bundle and redaction gets. */
export interface ImportJob {
  io: Io;
  args: ImportArgs;
  plan: ImportPlan;
  source: BundleSource;
  bundle: DetectedBundle;
  /** The snapshot's name. */
  name: string;
  redaction: RedactionOptions;
  /** Send files too that are no text, so that nobody looked for secrets in them. */
  includeRaw: boolean;
  /** Where own rules stand, or would. */
  rulesFile: string;
  /** Takes secrets out of a short text, as in the manifest. */
  label(text: string): string;
  /** Packed before, and accepted as it is by the person who looked through it. */
  packed?: PackedBundle | undefined;
  /** Private folder (0700) for temporary files, gone at the end. */
  folder: string;
  /** Makes the note that lets its upload go on; absent where it cannot. */
  note?: NoteMaker | undefined;
  /** How reading it looks, if not as a bundle. */
  picture?: ReadingPicture | undefined;
  /** When the work on it began, ms. */
  startedAt: number;
}
