import type { RedactionRules } from "@kubin/schema";

/** A secret within a text. */
export interface Finding {
  /** First position and the one behind the last, in UTF-16 units of the text. */
  start: number;
  end: number;
  /** "aws-key", "jwt", "url-password"…, or the name of an own rule. */
  rule: string;
  /** What is hashed into the mark: the secret itself, out of its encoding, so that equal secrets get equal marks. */
  secret: string;
}

export interface Scanner {
  /** Secrets in the text, by position, none overlapping. Linear in the length of the text. */
  scan(text: string): Finding[];
}

export interface ScannerOptions {
  rules?: RedactionRules;
}
