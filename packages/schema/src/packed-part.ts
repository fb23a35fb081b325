import type { PartEntry } from "./manifest.ts";

/** A part with its bytes in memory. */
export interface HeldPart {
  entry: PartEntry;
  bytes: Uint8Array;
}

/** Too large for memory: its bytes in pieces of `pieceBytes`, the last one smaller, until the next part is asked for. */
export interface LargePart {
  entry: PartEntry;
  pieces: () => AsyncIterable<Uint8Array>;
}

/** On its way from whoever packs to whoever uploads. */
export type PackedPart = HeldPart | LargePart;
