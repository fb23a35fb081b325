import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { BundleEntry, BundleSource } from "../bundle-source.ts";
import { type RecordHead, readHead } from "./k8shark-head.ts";
import { readIndex, type SequenceIndex } from "./k8shark-index.ts";
import { askedBy } from "./k8shark-path.ts";

/** Recordings of one API path, by number. Heads are read only of those that may tell the state at the end. */
export interface PathRecords {
  apiPath: string;
  heads: Map<number, RecordHead>;
}

interface Listed {
  /** Numbers that there are, by folder. */
  numbers: Map<string, number[]>;
  polls: SequenceIndex;
  changes: SequenceIndex;
}

const recordPath = /^records\/([0-9a-f]{16})\/(\d{1,9})\.json\.zst$/;

/** Folder and number of a recording, by its path below the root. */
export function recordAt(path: string): { folder: string; number: number } | undefined {
  const [, folder, number] = recordPath.exec(path) ?? [];
  return folder && number ? { folder, number: Number(number) } : undefined;
}

/** All recordings by folder. Reads the source two or three times, but of most recordings nothing. */
export async function readRecords(bundle: { source: BundleSource; root: string }): Promise<Map<string, PathRecords>> {
  const listed = await list(bundle);
  const paths = new Map([...listed.polls.keys(), ...listed.changes.keys()].map((path) => [folderOf(path), path]));
  const records = new Map<string, PathRecords>();
  const put = (at: { folder: string; number: number }, head: RecordHead) => {
    const known = records.get(at.folder) ?? { apiPath: paths.get(at.folder) ?? "", heads: new Map() };
    known.apiPath ||= head.apiPath;
    known.heads.set(at.number, head);
    records.set(at.folder, known);
  };
  const wanted = new Map(
    [...listed.numbers].map(([folder]) => [folder, firstWanted(listed, paths.get(folder), folder)]),
  );
  await readHeads({ ...bundle, wanted, put });
  // Where the last answer was an error, an earlier one has the last state that was seen.
  const unsettled = new Map<string, Set<number>>();
  for (const [folder, { heads }] of records) {
    const isSettled = [...heads.values()].some(({ status, event }) => status === 200 && event === "");
    const others = (listed.numbers.get(folder) ?? []).filter((number) => !heads.has(number));
    if (!isSettled && others.length > 0) unsettled.set(folder, new Set(others));
  }
  if (unsettled.size > 0) await readHeads({ ...bundle, wanted: unsettled, put });
  for (const [folder, apiPath] of paths) {
    if (listed.numbers.has(folder) && !records.has(folder)) records.set(folder, { apiPath, heads: new Map() });
  }
  return records;
}

/** `StreamWriter.pathDir`: the first 16 hex digits of the path's SHA-256. */
function folderOf(apiPath: string): string {
  return bytesToHex(sha256(utf8ToBytes(apiPath))).slice(0, 16);
}

/** The last answer and the changes behind it; all recordings of a folder that the index does not know. */
function firstWanted({ numbers, polls, changes }: Listed, apiPath: string | undefined, folder: string): Set<number> {
  const there = numbers.get(folder) ?? [];
  if (apiPath === undefined) return new Set(there);
  const { of } = askedBy(apiPath);
  if (of !== "objects" && of !== "log" && of !== "other") return new Set();
  const isThere = new Set(there);
  const answers = (polls.get(apiPath) ?? []).filter((number) => isThere.has(number));
  const last = answers.reduce((a, b) => Math.max(a, b), -1);
  const behind = (changes.get(apiPath) ?? []).filter((number) => number > last && isThere.has(number));
  return new Set(last === -1 ? behind : [last, ...behind]);
}

async function list({ source, root }: { source: BundleSource; root: string }): Promise<Listed> {
  const listed: Listed = { numbers: new Map(), polls: new Map(), changes: new Map() };
  for await (const entry of source.entries()) {
    if (entry.kind !== "file" || !entry.path.startsWith(root)) continue;
    const path = entry.path.slice(root.length);
    if (path === "index.json.zst") listed.polls = (await readIndex(source, entry.content())) ?? listed.polls;
    if (path === "watch-index.json.zst") listed.changes = (await readIndex(source, entry.content())) ?? listed.changes;
    const at = recordAt(path);
    if (!at) continue;
    const known = listed.numbers.get(at.folder);
    if (known) known.push(at.number);
    else listed.numbers.set(at.folder, [at.number]);
  }
  return listed;
}

interface ReadHeads {
  source: BundleSource;
  root: string;
  wanted: Map<string, Set<number>>;
  put(at: { folder: string; number: number }, head: RecordHead): void;
}

async function readHeads({ source, root, wanted, put }: ReadHeads): Promise<void> {
  for await (const entry of source.entries()) {
    const at = wantedAt(entry, { root, wanted });
    if (at) put(at, await readHead(source, entry.content()));
  }
}

function wantedAt(entry: BundleEntry, { root, wanted }: Pick<ReadHeads, "root" | "wanted">) {
  if (entry.kind !== "file" || !entry.path.startsWith(root)) return undefined;
  const at = recordAt(entry.path.slice(root.length));
  return at && wanted.get(at.folder)?.has(at.number) ? at : undefined;
}
