import type { ResolvedQuery } from "@kubin/logs";
import { levels } from "@kubin/schema";
import { type Arbitrary, array, constantFrom, integer, letrec, oneof, record, string, tuple } from "fast-check";
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
