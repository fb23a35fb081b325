import { parseQuery, type Query, QueryError } from "@kubin/logs";

/** What is typed as a syntax tree, or what is wrong with it. */
export function readQuery(text: string, capturedAt: string | undefined): { query: Query } | { problem: QueryError } {
  try {
    return { query: parseQuery(text, { capturedAt: capturedAt === undefined ? undefined : new Date(capturedAt) }) };
  } catch (problem) {
    if (problem instanceof QueryError) return { problem };
    throw problem;
  }
}
