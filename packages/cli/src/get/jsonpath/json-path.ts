/** One step of a path. */
export type Step =
  | { type: "field"; name: string }
  | { type: "wildcard" }
  | { type: "recursive"; name: string | undefined }
  | { type: "slice"; from: number | undefined; to: number | undefined; step: number }
  | { type: "index"; at: number }
  | { type: "union"; steps: Step[] }
  | { type: "filter"; left: Operand; op: FilterOp; right: Operand }
  | { type: "exists"; path: Path };

export type FilterOp = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type Operand = { type: "path"; path: Path } | { type: "literal"; value: string | number | boolean | null };

/** `$` begins at the document, `@` and nothing at the current value. */
export interface Path {
  root: boolean;
  steps: Step[];
}

/** A template as kubectl knows it: text, paths and loops. */
export type Piece =
  | { type: "text"; text: string }
  | { type: "path"; path: Path }
  | { type: "range"; path: Path; body: Piece[] };
