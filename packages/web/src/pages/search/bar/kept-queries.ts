import { recall, remember } from "../../../plain/remember.ts";

const historyKey = "kubin-log-queries";
const savedKey = "kubin-log-saved";
const historyAtMost = 50;
const savedAtMost = 100;

export interface SavedQuery {
  name: string;
  query: string;
}

/** Queries asked in this browser, the last one first. */
export function askedQueries(): string[] {
  return readList(historyKey).filter((one) => typeof one === "string");
}

export function rememberAsked(query: string): void {
  if (query === "") return;
  const rest = askedQueries().filter((one) => one !== query);
  remember(historyKey, JSON.stringify([query, ...rest].slice(0, historyAtMost)));
}

/** Queries that were given a name in this browser. */
export function savedQueries(): SavedQuery[] {
  return readList(savedKey).flatMap((one) => (isSaved(one) ? { name: one.name, query: one.query } : []));
}

/** Keeps a query under a name; another one of that name goes. */
export function saveQuery({ name, query }: SavedQuery): SavedQuery[] {
  const rest = savedQueries().filter((one) => one.name !== name);
  return keep([{ name, query }, ...rest].slice(0, savedAtMost));
}

export function dropQuery(name: string): SavedQuery[] {
  return keep(savedQueries().filter((one) => one.name !== name));
}

function keep(saved: SavedQuery[]): SavedQuery[] {
  remember(savedKey, JSON.stringify(saved));
  return saved;
}

function isSaved(value: unknown): value is SavedQuery {
  if (typeof value !== "object" || value === null || !("name" in value) || !("query" in value)) return false;
  return typeof value.name === "string" && typeof value.query === "string";
}

function readList(key: string): unknown[] {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
