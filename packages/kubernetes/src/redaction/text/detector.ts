/** A secret within one text; `key` is the name beside it, where there was one. */
export interface Found {
  start: number;
  end: number;
  rule: string;
  secret: string;
  key?: string;
}

/** One text while it is scanned. */
export interface Scene {
  text: string;
  /** Whether it came out of base64, so that its first bytes may be the rest of what stood ahead. */
  isDecoded: boolean;
  add(found: Found): void;
  /** Says that this detector need not look again at anything that begins ahead of `end`. */
  skipTo(end: number): void;
  /** Says that what begins at `from` may go on behind the end of the text. */
  leaveOpen(from: number): void;
}

/** One kind of secret: where to look, and what is there. */
export interface Detector {
  /** ASCII, any case. A text with none of them is never looked at. */
  literals: readonly string[];
  /** Literals as they stand within base64, which knows case; empty where decoding would come on every certificate. */
  inBase64: readonly string[];
  /** Looks at one literal of the text. Steps per call are bounded, or spent on text that is then covered. */
  detect(scene: Scene, hit: { start: number; end: number }): void;
}
