import type { Marks } from "../marks.ts";
import type { Scanner } from "../scanner.ts";

/** What was masked in a log or text document. */
export interface MaskedLine {
  rule: string;
  /** From 1 on: where the secret begins. */
  line: number;
  /** The secret as it stood there, at most 200 characters. Never leaves the machine. */
  before: string;
  mark: string;
}

export interface RedactLinesOptions {
  scanner: Scanner;
  marks: Marks;
  onFinding?(found: MaskedLine): void;
}
