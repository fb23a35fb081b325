import { isObject, type JsonObject } from "../bundle/json-object.ts";

/** What controllers write all the time: a must-gather takes minutes, so two copies always differ in it. */
const movingFields = new Set([
  "status",
  "count",
  "lastTimestamp",
  "series",
  "deprecatedCount",
  "deprecatedLastTimestamp",
]);
const movingMetadata = new Set(["resourceVersion", "generation", "managedFields"]);

/** Whether two copies of an object say the same of what was wanted: all but status and the bookkeeping of the API. */
export function sameInSubstance(a: unknown, b: unknown): boolean {
  return JSON.stringify(substanceOf(a)) === JSON.stringify(substanceOf(b));
}

function substanceOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  const fields = Object.entries(value).filter(([key]) => !movingFields.has(key));
  return sorted(
    fields.map(([key, field]) => [key, key === "metadata" && isObject(field) ? fixedMetadata(field) : field]),
  );
}

function fixedMetadata(metadata: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !movingMetadata.has(key)));
}

function sorted(fields: [string, unknown][]): JsonObject {
  const ordered = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(ordered.map(([key, field]) => [key, sortedValue(field)]));
}

function sortedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedValue);
  return isObject(value) ? sorted(Object.entries(value)) : value;
}
