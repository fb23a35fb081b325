import { prefixTouch } from "../../lines/prefix-text.ts";
import type { RegexLeaf } from "../query.ts";
import { certainWords } from "./certain-words.ts";
import { mayBeginInPrefix } from "./may-begin-in-prefix.ts";
import { parseRegex } from "./parse-regex.ts";
import { re2Of } from "./spell-regex.ts";

/** How an engine with RE2 and an index of the words of messages finds what an expression finds. */
export interface RegexPlan {
  /** For text in lower case where the expression ignores case. */
  re2: string;
  ignoreCase: boolean;
  /** Prefix and message are looked at together; else the message alone decides. */
  wholeLine: boolean;
  /** Words that stand in the message of every line that matches; lower case. Often none. */
  words: string[];
}

export function planRegex(leaf: RegexLeaf): RegexPlan {
  const regex = parseRegex(leaf);
  const wholeLine = mayBeginInPrefix(regex.node);
  const words = certainWords(regex.node);
  return {
    re2: re2Of(regex),
    ignoreCase: regex.ignoreCase,
    wholeLine,
    words: wholeLine ? words.filter((word) => !prefixTouch(word).inside) : words,
  };
}
