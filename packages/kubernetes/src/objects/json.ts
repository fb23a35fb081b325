/** An object out of somebody's cluster: nothing about its shape is certain. */
export type Json = Record<string, unknown>;

/** `value` as an object; an empty one when it is anything else. */
export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `value` as a list; an empty one when it is anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The own property `key`, so that `constructor` or `__proto__` in a path finds nothing of ours. */
export function property(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What stands at a dotted path of plain field names, e.g. "status.phase". */
export function dig(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split(".")) found = property(found, key);
  return found;
}

export function records(value: unknown, path: string): Json[] {
  return list(dig(value, path)).map(record);
}

/** Text at a path; numbers and booleans as written, "" for everything else. */
export function text(value: unknown, path: string): string {
  return asText(dig(value, path));
}

export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** A finite number at a path, also one written as text. */
export function number(value: unknown, path: string): number | undefined {
  const found = dig(value, path);
  const parsed = typeof found === "string" && found.trim() !== "" ? Number(found) : found;
  return typeof parsed === "number" && Number.isFinite(parsed) ? parsed : undefined;
}

export function flag(value: unknown, path: string): boolean {
  return dig(value, path) === true;
}

export function isThere(value: unknown, path: string): boolean {
  const found = dig(value, path);
  return found !== undefined && found !== null;
}

/** The fields of a map of text, e.g. labels; values that are no text are left out. */
export function textMap(value: unknown, path: string): Record<string, string> {
  const entries = Object.entries(record(dig(value, path))).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(entries);
}
