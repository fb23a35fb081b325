import type { ProgressState } from "./progress-lines.ts";

/** How reading looks: of a bundle other than of a live cluster. */
export interface ReadingPicture {
  /** The phase that begins: "Reading x.tar.gz (must-gather)". */
  begins(name: string, layout: string): string;
  /** The phase that is over: "Read 12 objects". */
  ended(state: ProgressState): string;
  /** The live lines, each with the word before it. */
  rows(state: ProgressState): [string, string][];
}
