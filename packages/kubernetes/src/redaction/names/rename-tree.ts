import { isObject, type JsonObject } from "../../bundle/json-object.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

export interface Renaming {
  pseudonyms: Pseudonyms;
  text(text: string): string;
}

/** What these hold are words of the API, not of its owner, even where a namespace is called "apps" or "pods". */
const apiWords = new Set(
  "apiVersion kind listKind apiGroup apiGroups group groups resource resources plural singular shortNames categories verbs type phase scope protocol operator effect".split(
    " ",
  ),
);
const hostFields = new Set(["nodeName", "kubernetes.io/hostname"]);

/**
 * The value with pseudonyms in all its texts and keys. Does not change its input. Keys that are plain words stay: they
 * are fields, and a namespace may be called "data".
 */
export function renameTree(value: unknown, renaming: Renaming, key = ""): unknown {
  if (typeof value === "string") return renameText(value, renaming, key);
  if (Array.isArray(value)) return value.map((item) => renameTree(item, renaming, key));
  if (!isObject(value)) return value;
  const fields: [string, unknown][] = Object.entries(value).map(([name, inner]) => [
    /^[A-Za-z]+$/.test(name) ? name : renaming.text(name),
    renameTree(inner, renaming, name),
  ]);
  return Object.fromEntries(fields);
}

/** The same for an object, which stays one. */
export function renameObject(object: JsonObject, renaming: Renaming): JsonObject {
  const renamed = renameTree(object, renaming);
  return isObject(renamed) ? renamed : {};
}

function renameText(text: string, { pseudonyms, text: rename }: Renaming, key: string): string {
  if (apiWords.has(key)) return text;
  if (key === "namespace") return text.startsWith("‹") ? text : pseudonyms.namespace(text);
  if (hostFields.has(key) && /^[A-Za-z0-9.-]+$/.test(text) && rename(text) === text) return pseudonyms.host(text);
  return rename(text);
}
