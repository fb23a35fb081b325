import { readLine, readWords } from "./progress-lines.ts";
import type { ReadingPicture } from "./reading-picture.ts";

/** A bundle that is read, as bytes of its files. */
export const bundlePicture: ReadingPicture = {
  begins: (name, layout) => `Reading ${name} (${layout})`,
  ended: ({ readDone }) => (readDone ? `Read ${readWords(readDone)}` : "Read"),
  rows: (state) => (state.pack ? [["Read", readLine(state)]] : []),
};
