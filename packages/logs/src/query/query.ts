import type { Level, LogSource } from "@kubin/schema";

export type LevelOp = "=" | ">=" | ">" | "<=" | "<";

/** Terms of one kind joined by others. Text of users is data in it, never SQL. */
export type QueryTree<Leaf> =
  | Leaf
  | { type: "and" | "or"; items: QueryTree<Leaf>[] }
  | { type: "not"; item: QueryTree<Leaf> };

/** The syntax tree of a log query as people write it. */
export type Query = QueryTree<QueryLeaf | PodsOfLeaf>;

/** One that a log engine can answer: which pods are meant is known. */
export type ResolvedQuery = QueryTree<QueryLeaf | PodsLeaf>;

export type QueryLeaf =
  | { type: "all" }
  /**
   * A whole word, any case: these characters, and where they begin or end with a letter or digit, no other letter or
   * digit directly beside them. May hold punctuation (`kube-apiserver`, `10.0.0.1`), no blanks. Lower case.
   */
  | { type: "word"; word: string }
  /** These characters in this order, any case: exactly the lines `grep -iF` finds. */
  | { type: "phrase"; text: string }
  | RegexLeaf
  /** Lines of unknown level match `level = unknown` alone. */
  | { type: "level"; op: LevelOp; level: Level }
  /** `*` stands for any characters. */
  | { type: "field"; field: "namespace" | "pod" | "container"; pattern: string }
  | AttributeLeaf
  | { type: "source"; source: LogSource }
  /** Milliseconds since the epoch; lines without a time never match. */
  | { type: "time"; op: ">=" | "<"; at: number };

/** An expression of RE2 as `parseRegex` takes it, somewhere in the whole line. `ignoreCase` folds A–Z only. */
export interface RegexLeaf {
  type: "regex";
  pattern: string;
  ignoreCase: boolean;
}

/**
 * What a line says of itself. `=` compares as text in any case, `*` for any characters, `*` alone for any value;
 * the others compare plain decimal numbers, and what is none never matches. `format` is the line's format.
 */
export interface AttributeLeaf {
  type: "attribute";
  name: string;
  op: LevelOp;
  value: string;
  /** The term as typed, lower case, where its name is not a known one: lines that hold it as a word match too. */
  word?: string;
}

/**
 * Lines of the pods of a workload (`web`, `deploy/web`: see `workloadOf`) or on a node; `*` for any characters.
 */
export interface PodsOfLeaf {
  type: "podsOf";
  of: "workload" | "node";
  pattern: string;
}

export interface PodsLeaf {
  type: "pods";
  pods: readonly { namespace: string; names: readonly string[] }[];
}
