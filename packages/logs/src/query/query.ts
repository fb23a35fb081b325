import type { Level, LogSource } from "@kubin/schema";

export type LevelOp = "=" | ">=" | ">" | "<=" | "<";

/** The syntax tree of a log query. Text of users is data in it, never SQL. */
export type Query =
  | { type: "all" }
  | { type: "and" | "or"; items: Query[] }
  | { type: "not"; item: Query }
  /**
   * A whole word, any case: these characters, and where they begin or end with a letter or digit, no other letter or
   * digit directly beside them. May hold punctuation (`kube-apiserver`, `10.0.0.1`), no blanks. Lower case.
   */
  | { type: "word"; word: string }
  /** These characters in this order, any case: exactly the lines `grep -iF` finds. */
  | { type: "phrase"; text: string }
  /** Lines of unknown level match `level = unknown` alone. */
  | { type: "level"; op: LevelOp; level: Level }
  /** `*` stands for any characters. */
  | { type: "field"; field: "namespace" | "pod" | "container"; pattern: string }
  | { type: "source"; source: LogSource }
  /** Milliseconds since the epoch; lines without a time never match. */
  | { type: "time"; op: ">=" | "<"; at: number };
