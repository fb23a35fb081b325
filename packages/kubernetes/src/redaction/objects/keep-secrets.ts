import { isObject, type JsonObject } from "../../bundle/json-object.ts";

/** As in redaction: what lies deeper leaves in no case. */
const maxDepth = 200;

/** The object as it is, but for managedFields, which are large and of no use to a reader. */
export function keepSecrets(object: JsonObject): JsonObject {
  const kept = keptValue(object, 0);
  return isObject(kept) ? kept : {};
}

/** The same for any value of JSON. */
export function keptValue(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > maxDepth) return "‹redacted:too-deep›";
  if (Array.isArray(value)) return value.map((item) => keptValue(item, depth + 1));
  const fields = Object.entries(value).filter(([key, inner]) => key !== "managedFields" || !Array.isArray(inner));
  return Object.fromEntries(fields.map(([key, inner]) => [key, keptValue(inner, depth + 1)]));
}
