import { isObject, type JsonObject } from "../json-object.ts";

/** Keys whose value is a time, which the API writes as null when it is not set. */
const timeKey = /^(?:[a-z][A-Za-z]*)?(?:Time|Timestamp)$|^time$/;
/** Lists and maps that Go writes as null when they are empty and not left out. */
const emptyKey =
  /^(?:rules|subjects|items|endpoints|subsets|ports|conditions|addresses|storedVersions|images|groups|hosts|owners)$/;
/** Maps of strings: what stands in them cannot have been null. */
const stringMaps = new Set([
  "labels",
  "annotations",
  "matchLabels",
  "nodeSelector",
  "data",
  "binaryData",
  "stringData",
]);
/** Regular expressions of the tool match keys of letters alone. */
const lettersOnly = /^[A-Za-z]+$/;
const embeddedNull = /"([a-zA-Z]{1,253})":"null",/g;

/**
 * Undoes what support-bundle-kit does to the JSON of each list before it writes it as YAML (`collectors/common.go`,
 * toObjCommon): every `""` became `"null"`, and so did null behind a key of letters when a comma follows. That hits
 * empty strings, but also the two quotes where a string ends with one (`image "nginx"` became `image "nginx"null`).
 *
 * A string "null" may have been null, "" or "null". It becomes null where the key says that it is a time or one of the
 * lists that Go writes as null, else "". A label or field whose real value was "null" is therefore shown empty; the
 * name of the object is left alone, and its namespace is the one of the path.
 */
export function undoNulls(object: JsonObject, namespace: string): JsonObject {
  const repaired = objectWithout(object, false);
  if (!isObject(repaired.metadata) || !isObject(object.metadata)) return repaired;
  const { name } = object.metadata;
  const metadata: JsonObject = { ...repaired.metadata, ...(name === undefined ? {} : { name }) };
  if (object.metadata.namespace === "null") metadata.namespace = namespace;
  return { ...repaired, metadata };
}

function objectWithout(object: JsonObject, isStringMap: boolean): JsonObject {
  const fields = Object.entries(object).map(([key, value]): [string, unknown] => {
    const inMap = !isStringMap && stringMaps.has(key);
    return [withoutTail(key), without(value, { isNullable: !isStringMap && canBeNull(key), inMap })];
  });
  return Object.fromEntries(fields);
}

function without(value: unknown, place: { isNullable: boolean; inMap: boolean }): unknown {
  if (value === "null") return place.isNullable ? null : "";
  if (typeof value === "string") return withoutTail(value.replace(embeddedNull, '"$1":null,'));
  if (Array.isArray(value)) return value.map((item) => without(item, { isNullable: false, inMap: false }));
  return isObject(value) ? objectWithout(value, place.inMap) : value;
}

function canBeNull(key: string): boolean {
  return lettersOnly.test(key) && (timeKey.test(key) || emptyKey.test(key));
}

/** `v:"10.52.0.0/24"null` → `v:"10.52.0.0/24"`, also in keys (managedFields). */
function withoutTail(text: string): string {
  return text.endsWith('"null') ? text.slice(0, -4) : text;
}
