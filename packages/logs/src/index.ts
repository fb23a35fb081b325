export { allFormats } from "./formats/all-formats.ts";
export { csvRow } from "./lines/csv-row.ts";
export { isContinuation } from "./lines/is-continuation.ts";
export { isWordByte, lowerAscii, wordsOf } from "./lines/line-text.ts";
export { formatNanos, parseNanos } from "./lines/nanos.ts";
export { type PrefixTouch, prefixTouch } from "./lines/prefix-text.ts";
export { maxLineBytes, splitLineBatches, splitLines } from "./lines/split-lines.ts";
export { fieldLimits } from "./parse/bound-fields.ts";
export type { KnownField, LineField, LineFormat, LineReading, LineSurroundings, OwnTime } from "./parse/line-format.ts";
export { type LineParser, type LineWithParsed, openLineParser, parseLineBatches } from "./parse/line-parser.ts";
export { parseLine } from "./parse/parse-line.ts";
export type { LineContext, ParsedLine } from "./parse/parsed-line.ts";
export { type Completion, completeQuery, insertCompletion } from "./query/completion/complete-query.ts";
export type { CompletionOption } from "./query/completion/completion-texts.ts";
export { formatQuery } from "./query/format-query.ts";
export { levelsMatching } from "./query/levels-matching.ts";
export { matchesQuery, type QueriedLine } from "./query/matches-query.ts";
export { parseQuery } from "./query/parse-query.ts";
export type {
  AttributeLeaf,
  LevelOp,
  PodsLeaf,
  PodsOfLeaf,
  Query,
  QueryLeaf,
  QueryTree,
  RegexLeaf,
  ResolvedQuery,
} from "./query/query.ts";
export { QueryError } from "./query/query-error.ts";
export { findRegex } from "./query/regex/find-regex.ts";
export { planRegex, type RegexPlan } from "./query/regex/plan-regex.ts";
export { resolvePods } from "./query/resolve-pods.ts";
export { spellTime, spellTimes } from "./query/spell-times.ts";
export { unknownFields } from "./query/unknown-fields.ts";
export { isAskable, type QueryTerm, withoutTerm, withoutTimes, withTerm } from "./query/with-term.ts";
export { workloadOf } from "./query/workload-of.ts";
