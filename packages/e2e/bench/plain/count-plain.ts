import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { load, loadAll } from "js-yaml";

export interface PlainCounts {
  /** Distinct by group and kind (else the file), namespace and name. */
  objects: number;
  /** Files that look like logs of pods and are not empty; links are no files. */
  logFiles: number;
  /** Newlines in them, and one for a last line without. */
  lines: number;
}

const podLog = /(\/pods?\/.*\.log(\.\d+)?$)|(\/podlogs\/.*\.txt$)|(\/logs\.txt$)|(\/pods\/logs\/)|(\/all-logs\/)/;

/** What is in an unpacked bundle by a walk that knows no layout. */
export async function countPlain(folder: string): Promise<PlainCounts> {
  const keys = new Set<string>();
  const counts = { logFiles: 0, lines: 0 };
  for (const path of await readdir(folder, { recursive: true })) {
    const file = join(folder, path);
    if (!(await lstat(file)).isFile()) continue;
    if (/\.(json|ya?ml)$/.test(path)) {
      for (const key of keysOf(path, await readFile(file, "utf8"))) keys.add(key);
    } else if (podLog.test(`/${path}`)) addLines(counts, await readFile(file));
  }
  return { objects: keys.size, ...counts };
}

function addLines(counts: { logFiles: number; lines: number }, bytes: Buffer): void {
  if (bytes.length === 0) return;
  counts.logFiles++;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) counts.lines++;
  if (bytes.at(-1) !== 10) counts.lines++;
}

function* keysOf(path: string, text: string): Generator<string> {
  let values: unknown[];
  try {
    values = path.endsWith(".json") ? [JSON.parse(text)] : parseYamls(text);
  } catch {
    return;
  }
  const kind = path.replace(/\.\w+$/, "");
  for (const value of values) yield* walk(value, { kind, depth: 0 });
}

function parseYamls(text: string): unknown[] {
  return text.includes("\n---") ? loadAll(text, { json: true }) : [load(text, { json: true })];
}

/** Ends where an object is found: what lies in it are templates. */
function* walk(value: unknown, { kind, depth }: { kind: string; depth: number }): Generator<string> {
  if (typeof value !== "object" || value === null || depth > 5) return;
  if (!Array.isArray(value) && "metadata" in value) {
    const { name, namespace } = (value.metadata ?? {}) as { name?: unknown; namespace?: unknown };
    const group = "apiVersion" in value ? String(value.apiVersion).replace(/\/?[^/]*$/, "") : "";
    const own = "kind" in value && typeof value.kind === "string" ? `${group} ${value.kind}` : kind;
    if (typeof name === "string") {
      yield `${own} ${namespace ?? ""} ${name}`;
      return;
    }
  }
  for (const child of Object.values(value)) yield* walk(child, { kind, depth: depth + 1 });
}
