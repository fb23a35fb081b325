import type { AttributeLeaf, Query } from "./query.ts";
import { fieldKeys } from "./query-fields.ts";

/** What other query languages, and people, call the fields. Those of time are told apart by what stands behind. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  level: ["severity", "lvl", "loglevel", "sev", "priority"],
  namespace: ["n", "project"],
  pod: ["po"],
  container: ["c"],
  is: ["run", "source"],
  after: ["since", "from", "start", "begin", "newer"],
  before: ["until", "till", "to", "end", "upto", "older"],
  workload: ["deploy", "deployment", "owner"],
  node: ["nodename"],
  duration: ["took", "elapsed", "latency"],
  status: ["statuscode"],
  method: ["verb"],
  path: ["url", "uri"],
};
const times = ["time", "ts", "timestamp", "at", "date", "when"];

/**
 * What to say of a query that finds nothing: `until:10:14` is an attribute or a text like any other, since lines hold
 * such, and whoever wrote it may have meant a field. One sentence for each name that is near one.
 */
export function unknownFields(query: Query): string[] {
  return [...new Set(attributesIn(query).flatMap(noteOf))];
}

/** Those that a line has to have; one that it must not have takes no line away. */
function attributesIn(query: Query): AttributeLeaf[] {
  if (query.type === "attribute") return [query];
  return query.type === "and" || query.type === "or" ? query.items.flatMap(attributesIn) : [];
}

function noteOf({ name, op, value, word }: AttributeLeaf): string[] {
  if (word === undefined) return [];
  const lower = name.toLowerCase();
  const meant = meantBy(lower, op === "=" ? value : op).map((field) => `"${field}:"`);
  if (meant.length === 0) return [];
  return [`"${lower}:" is no field; it was looked for as text. Did you mean ${meant.join(" or ")}?`];
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
