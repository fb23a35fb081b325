import type { Json } from "./json.ts";

/** Deeper than any real object, and shallow enough for every JSON writer. */
const maxDepth = 200;

/** PostgreSQL stores neither NUL nor half a surrogate pair; both become U+FFFD. */
function storableText(value: string): string {
  // With the `u` flag, this matches surrogates that stand alone.
  const paired = value.replace(/\p{Surrogate}/gu, "\uFFFD");
  return paired.includes("\0") ? paired.replaceAll("\0", "\uFFFD") : paired;
}

/** The object as PostgreSQL can keep it: text as above, nesting below 200 levels (what is deeper becomes "…"). */
export function storableObject(object: Json): Json {
  return storableFields(object, 0);
}

function storableFields(object: object, depth: number): Json {
  const entries = Object.entries(object).map(([key, value]) => [storableText(key), storable(value, depth + 1)]);
  return Object.fromEntries(entries);
}

function storable(value: unknown, depth: number): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "…";
  return Array.isArray(value) ? value.map((item) => storable(item, depth + 1)) : storableFields(value, depth);
}
