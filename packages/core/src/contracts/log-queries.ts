import { parseQuery, type QueryLeaf, type ResolvedQuery } from "@kubin/logs";
import { levels } from "@kubin/schema";
import { type Arbitrary, array, constantFrom, integer, letrec, oneof, record, string, tuple } from "fast-check";
import type { LogChunk, LogRow } from "../ports/logs.ts";
import { type SampleStream, sampleStream } from "./log-samples.ts";

/** Pieces that meet in odd ways: fragments, case, wildcards, quotes, SQL, digits of timestamps, bytes beyond ASCII. */
const pieces = [
  ...["error", "Error", "errors", "ERR", "warn", "timed out", "kube-apiserver", "kube apiserver", "xkube-apiservers"],
  ...["10.0.0.1", "10.0.0.12", "404", "40", "09", "2021", "-08-", "T10", "00Z", "z", "+02:00", "9Z error", ": ", " "],
  ...["%", "_", "a_b", "\\", "\\%", "'", '"', "''", "{p0:String}", "; DROP TABLE log_lines", "\t", "(", ")", "*", "--"],
  ...["é", "É", "straße", "日本", "\u0000", "level=error", '{"level":"warn"}', "E0805 10:14:09.409123"],
  ...["stderr", "out", "f", "F error", "stdout F ", "Z stderr F 404"],
];

const stamps = [
  "",
  "",
  "2021-08-05T10:14:09.409123456Z ",
  "2021-08-05T10:14:09.409Z ",
  "2021-08-05T10:14:09Z ",
  "2021-08-05T12:14:10.000000404+02:00 ",
  "2021-08-05 10:14:09 ",
  // As a container runtime writes its files.
  "2021-08-05T10:14:09.409123456Z stderr F ",
  "2021-08-05T10:14:09Z stdout P ",
];

const text = array(oneof({ weight: 5, arbitrary: constantFrom(...pieces) }, string({ maxLength: 3 })), {
  maxLength: 6,
});

/** Lines as text, now and then with bytes that are not UTF-8. */
const line: Arbitrary<Uint8Array> = tuple(constantFrom(...stamps), text, constantFrom([], [], [0xff], [0xc3])).map(
  ([stamp, parts, bytes]) => {
    const body = new TextEncoder().encode(stamp + parts.join("").replaceAll("\n", " "));
    return Uint8Array.from([...body, ...bytes]);
  },
);

/** Streams of several namespaces, pods and runs. */
export const anyStreams: Arbitrary<SampleStream[]> = tuple(
  ...["a", "a-b", "b"].flatMap((namespace) =>
    ["web-0", "web-1"].map((pod) =>
      array(line, { minLength: 30, maxLength: 40 }).map((lines) => ({ namespace, pod, lines })),
    ),
  ),
).map((all) =>
  all.map(({ namespace, pod, lines }) => ({
    stream: { ...sampleStream(namespace, pod), source: namespace === "b" ? "previous" : "current" },
    lines,
  })),
);

const fieldNames = ["status", "duration", "logger", "sha256", "reason", "it's", "a b", "naïve"];
const fieldValues = [
  ...["", "200", "503", "0.3", "0.30", "-5", "1e3", "inf", "nan", " 7", "+7", "12.", "0x10", "1500.25", "99999999999"],
  ...["error", "Error", "kube-apiserver", "a%b", "a_b", "\\", "it's", "É", "straße", "a\tb", "404"],
];

/** What was read of a line, at random: it need not have anything to do with the line. */
const read: Arbitrary<Pick<LogRow, "format" | "fields">> = record({
  format: constantFrom("text", "klog", "json", "Apache"),
  fields: array(tuple(constantFrom(...fieldNames), constantFrom(...fieldValues)), { maxLength: 4 }).map((pairs) => [
    ...new Map(pairs),
  ]),
});

/** Gives the rows of a chunk attributes and formats. */
export const anyReading: Arbitrary<(chunk: LogChunk) => LogChunk> = array(read, { minLength: 97, maxLength: 97 }).map(
  (reads) => (chunk) => ({
    ...chunk,
    streams: chunk.streams.map(({ stream, rows }, at) => ({
      stream,
      rows: rows.map((row, line) => ({ ...row, ...reads[(at * 31 + line) % reads.length] })),
    })),
  }),
);

const attribute: Arbitrary<QueryLeaf> = oneof(
  record({
    type: constantFrom("attribute" as const),
    name: constantFrom(...fieldNames, "format", "none"),
    op: constantFrom("=" as const),
    value: constantFrom(
      ...fieldValues.filter((value) => value !== ""),
      "*",
      "**",
      "e*",
      "*R",
      "*%*",
      "k*",
      "5*",
      "*a*a*",
    ),
  }),
  record({
    type: constantFrom("attribute" as const),
    name: constantFrom("status", "duration", "reason", "format"),
    op: constantFrom("=", ">=", ">", "<=", "<"),
    value: constantFrom("0.3", "0.30", "503", "-5", "1500.25", "7", "99999999999", "0"),
  }),
  tuple(constantFrom("sha256", "reason", "x"), constantFrom("error", "404", "a*", "200")).map(([name, value]) => ({
    ...{ type: "attribute" as const, name, op: "=" as const, value },
    word: `${name}:${value}`,
  })),
);

/** Expressions that the parser takes. */
const regex: Arbitrary<QueryLeaf> = tuple(
  array(
    oneof(
      constantFrom(...pieces.map((piece) => piece.replace(/[^0-9A-Za-z\u{80}-\u{10ffff}]/gu, "\\$&"))),
      constantFrom(
        ...["error", "warn", " ", ":", "=", "level=", "é", "/", "[0-9]", "\\d+", "\\w*", "\\s", "\\S", "\\D"],
      ),
      constantFrom(
        ...[".", ".*", ".+", ".{3}", "[^a-z]", "[^e ]", "[éa]", "[\\w-]+", "^", "$", "\\b", "\\B", "|", "(a|b)"],
      ),
      constantFrom(...["( error)+", "(?:x|y)?", "0{2}", "[a-f]{1,3}", "\\x41", "\\x{e9}", "\\.", "[^\\W_]", "[A-Z]"]),
    ),
    { minLength: 1, maxLength: 5 },
  ).map((parts) => parts.join("").replaceAll("\0", "\\x00")),
  constantFrom("", "i"),
).map(([pattern, flag]) => regexLeaf(pattern, flag));

/** What means nothing, as `^` repeated, becomes a term like any other. */
function regexLeaf(pattern: string, flag: string): QueryLeaf {
  try {
    const leaf = parseQuery(`/${pattern.replaceAll("/", "\\/")}/${flag}`);
    return leaf.type === "regex" ? leaf : { type: "phrase", text: pattern };
  } catch {
    return { type: "phrase", text: pattern };
  }
}

const pods: Arbitrary<ResolvedQuery> = array(
  record({
    namespace: constantFrom("a", "a-b", "none"),
    names: array(constantFrom("web-0", "web-1", "' OR '"), { maxLength: 2 }),
  }),
  { maxLength: 2 },
).map((chosen) => ({ type: "pods", pods: chosen }));

const needle = oneof(
  constantFrom(...pieces),
  array(constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  tuple(
    constantFrom(...stamps),
    constantFrom(...pieces),
    integer({ min: 0, max: 40 }),
    integer({ min: 1, max: 20 }),
  ).map(([stamp, piece, from, length]) => (stamp + piece).slice(from, from + length) || piece),
  string({ minLength: 1, maxLength: 3 }),
);

const leaf: Arbitrary<ResolvedQuery> = oneof(
  needle.map((word) => ({ type: "word" as const, word })),
  needle.map((phrase) => ({ type: "phrase" as const, text: phrase })),
  record({
    type: constantFrom("level" as const),
    op: constantFrom("=", ">=", ">", "<=", "<"),
    level: constantFrom(...levels),
  }),
  record({
    type: constantFrom("field" as const),
    field: constantFrom("namespace", "pod", "container"),
    pattern: constantFrom("a", "a*", "*b", "web-0", "web-*-main", "*", "%", "w_b*", "\\*"),
  }),
  attribute,
  regex,
  regex,
  pods,
  record({ type: constantFrom("source" as const), source: constantFrom("current", "previous") }),
  record({
    type: constantFrom("time" as const),
    op: constantFrom(">=", "<"),
    at: oneof(
      constantFrom(0, -1e15, 8e15),
      integer({ min: -2, max: 1500 }).map((ms) => Date.UTC(2021, 7, 5, 10, 14, 9) + ms),
    ),
  }),
);

/** Random queries about such lines. */
export const anyQuery: Arbitrary<ResolvedQuery> = letrec<{ query: ResolvedQuery }>((tie) => ({
  query: oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    record({ type: constantFrom("and", "or"), items: array(tie("query"), { minLength: 1, maxLength: 3 }) }),
    record({ type: constantFrom("not" as const), item: tie("query") }),
  ),
})).query;
