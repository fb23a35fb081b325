/** A captured object: hostile, so nothing in it is taken for granted. */
export type Json = Readonly<Record<string, unknown>>;

/** What stands at the path, undefined where any step is no record. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, name)) return undefined;
    here = Reflect.get(here, name);
  }
  return here;
}

/** The records in the list at the path; [] where there is no list. */
export function recordsAt(value: unknown, ...path: string[]): Json[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Text at the path; numbers and booleans as text, "" for anything else. */
export function textAt(value: unknown, ...path: string[]): string {
  const found = at(value, ...path);
  if (typeof found === "string") return found;
  return typeof found === "number" || typeof found === "boolean" ? String(found) : "";
}

/** The number at the path. */
export function numberAt(value: unknown, ...path: string[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

/** The entries of a map of texts at the path, as labels and annotations are. */
export function textsAt(value: unknown, ...path: string[]): [string, string][] {
  const found = at(value, ...path);
  if (!isRecord(found)) return [];
  return Object.keys(found).map((name) => [name, textAt(found, name)]);
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
