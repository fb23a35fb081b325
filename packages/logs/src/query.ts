import type { Level, LogSource } from "@kubin/schema";

/** The syntax tree of a log query. Text of users is data in it, never SQL. */
export type Query =
  | { type: "all" }
  | { type: "and" | "or"; items: Query[] }
  | { type: "not"; item: Query }
  /** A whole word (letters and digits), any case. */
  | { type: "word"; word: string }
  /** These characters in this order, any case: exactly the lines `grep -iF` finds. */
  | { type: "phrase"; text: string }
  | { type: "level"; op: "=" | ">=" | ">" | "<=" | "<"; level: Level }
  /** `*` stands for any characters. */
  | { type: "field"; field: "namespace" | "pod" | "container"; pattern: string }
  | { type: "source"; source: LogSource }
  /** Milliseconds since the epoch; lines without a time never match. */
  | { type: "time"; op: ">=" | "<"; at: number };
