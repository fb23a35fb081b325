/** A secret within a text. */
export interface Finding {
  /** First position and the one behind the last, in UTF-16 units of the text. */
  start: number;
  end: number;
  /** "aws-key", "jwt", "url-password"…, or the name of an own rule. */
  rule: string;
  /** What is hashed into the mark: the secret itself, out of its encoding, so that equal secrets get equal marks. */
  secret: string;
  /** The name beside it ("DB_PASSWORD"), where that is what gave it away. */
  key?: string;
}

export interface Scanner {
  /** Secrets in the text, by position, none overlapping. Linear in the length of the text. */
  scan(text: string): Finding[];
  /**
   * The same for some lines of a longer text. `openFrom`: start of the line that only the lines behind tell more of: a
   * key without its end, a name whose value may stand on the next line.
   */
  scanLines(text: string): { findings: Finding[]; openFrom: number | undefined };
  /** A position in the first line of `bytes` from `start` (a line's first byte) on that has to be scanned, or -1. */
  suspect(bytes: Uint8Array, start: number): number;
}
