import { parseQuery, type Query, QueryError } from "@kubin/logs";
import { KubinError } from "@kubin/schema";
import type { SnapshotRecord } from "../ports/metadata.ts";

/** The syntax tree of a search text; times in it are relative to the capture. Throws BAD_INPUT with the place. */
export function parseLogQuery(text: string, snapshot: SnapshotRecord): Query {
  try {
    return parseQuery(text, snapshot.capturedAt ? { capturedAt: snapshot.capturedAt } : {});
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new KubinError("BAD_INPUT", `${error.message} (at character ${error.from + 1} of the search)`, {
      cause: error,
    });
  }
}
