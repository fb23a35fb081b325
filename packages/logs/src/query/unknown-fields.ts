import type { Query } from "./query.ts";
import { fieldKeys } from "./query-tokens.ts";

/** What other query languages, and people, call the fields. Those of time are told apart by what stands behind. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  level: ["severity", "lvl", "loglevel", "sev", "priority"],
  namespace: ["n", "project"],
  pod: ["po"],
  container: ["c"],
  is: ["run", "source"],
  after: ["since", "from", "start", "begin", "newer"],
  before: ["until", "till", "to", "end", "upto", "older"],
};
const times = ["time", "ts", "timestamp", "at", "date", "when"];

/**
 * What to say of a query that finds nothing: `until:10:14` is a text like any other, since lines hold such texts, and
 * whoever wrote it may have meant a field. One sentence for each.
 */
export function unknownFields(query: Query): string[] {
  return [...new Set(wordsIn(query).flatMap(noteOf))];
}

/** Words that a line has to hold; one that it must not hold takes no line away. */
function wordsIn(query: Query): string[] {
  if (query.type === "word") return [query.word];
  return query.type === "and" || query.type === "or" ? query.items.flatMap(wordsIn) : [];
}

function noteOf(word: string): string[] {
  // `//` is behind the scheme of an address, not behind a field.
  const [, name, value = ""] = /^([a-z][\w-]*):(?!\/\/)(.+)$/.exec(word) ?? [];
  if (name === undefined) return [];
  const said = `"${name}:" is no field; it was looked for as text.`;
  const meant = meantBy(name, value).map((field) => `"${field}:"`);
  return [meant.length === 0 ? said : `${said} Did you mean ${meant.join(" or ")}?`];
}

function meantBy(name: string, value: string): readonly string[] {
  if (times.includes(name)) {
    if (value.startsWith("<")) return ["before"];
    return value.startsWith(">") ? ["after"] : ["after", "before"];
  }
  const other = Object.keys(otherNames).find((field) => otherNames[field]?.includes(name));
  const near = other ?? fieldKeys.find((field) => field.length > 2 && isNear(name, field));
  return near === undefined ? [] : [near];
}

/** One letter more, less or other, two swapped, or the begin of the other one. */
function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))) return true;
  let begin = 0;
  while (begin < a.length && a[begin] === b[begin]) begin += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > begin && endB > begin && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(begin, endA), b.slice(begin, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB === `${restA[1]}${restA[0]}`;
}
