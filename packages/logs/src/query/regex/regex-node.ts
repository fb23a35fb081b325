import type { CharacterSet } from "./character-set.ts";

/** An expression that was read. Whether a repetition is greedy does not matter to whether a line matches. */
export type RegexNode =
  | { type: "set"; set: CharacterSet }
  /** `begin` and `end` are those of the line; letters, digits and `_` of ASCII make words of `boundary`. */
  | { type: "begin" | "end" | "boundary" | "no-boundary" }
  | { type: "sequence" | "choice"; items: readonly RegexNode[] }
  | { type: "repeat"; item: RegexNode; min: number; max: number };

export interface Regex {
  node: RegexNode;
  ignoreCase: boolean;
}
