import type { Query, QueryLeaf, QueryTree } from "@kubin/logs";
import { KubinError, levels } from "@kubin/schema";
import { inert } from "../../output/inert.ts";
import { nearest } from "../../usage/nearest.ts";

/** A query that a line answers by itself, so that it may be asked here as on the server. */
export type LineQuery = QueryTree<QueryLeaf>;

export function allOf(items: LineQuery[]): LineQuery {
  return join("and", items);
}

export function anyOf(items: LineQuery[]): LineQuery {
  return join("or", items);
}

function join(type: "and" | "or", items: LineQuery[]): LineQuery {
  const [only] = items;
  if (!only) return { type: "all" };
  return items.length === 1 ? only : { type, items };
}

const regex = /^\/(?:[^/\\]|\\.)+\/i?$/s;

/** `text` in any case, or `/an expression/` as in a query. Throws BAD_INPUT. */
export async function textQuery(option: string, text: string): Promise<LineQuery> {
  if (text === "")
    throw new KubinError("BAD_INPUT", `${option} is empty; expected text of a line, or /an expression/.`);
  if (!regex.test(text)) return { type: "phrase", text };
  const read = await parsed(text);
  if (typeof read !== "string" && read.type === "regex") return read;
  throw new KubinError("BAD_INPUT", `${option} ${inert(text)}: ${read}`);
}

/** A level alone is at least that severe, as `journalctl -p`; `=warn`, `<warn` and the like as in a query. */
export async function levelQuery(text: string): Promise<LineQuery> {
  const bare = /^[a-z]+$/i.test(text) && text.toLowerCase() !== "unknown";
  const read = await parsed(`level:${bare ? ">=" : ""}${text}`);
  if (typeof read !== "string" && read.type === "level") return read;
  const near = nearest(text, levels);
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  const expected = `Expected ${levels.join(", ")}: that level and all that is worse; =warn is warn alone.`;
  throw new KubinError("BAD_INPUT", `"${inert(text)}" is no level.${meant}\n${expected}`);
}

/** The query, or a sentence why it is none. */
export async function parsed(text: string, capturedAt?: Date): Promise<Query | string> {
  const { parseQuery, QueryError } = await import("@kubin/logs");
  try {
    return parseQuery(text, { capturedAt });
  } catch (error) {
    if (error instanceof QueryError) return error.message;
    throw error;
  }
}
