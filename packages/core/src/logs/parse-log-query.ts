import { parseQuery, QueryError, type ResolvedQuery, resolvePods } from "@kubin/logs";
import { KubinError } from "@kubin/schema";
import type { SnapshotRecord } from "../ports/metadata.ts";

/** The syntax tree of a search text; times in it are relative to the capture. Throws BAD_INPUT with the place. */
export async function parseLogQuery(text: string, snapshot: SnapshotRecord): Promise<ResolvedQuery> {
  try {
    const query = parseQuery(text, snapshot.capturedAt ? { capturedAt: snapshot.capturedAt } : {});
    return await resolvePods(query, async ({ of }) => {
      throw new KubinError("BAD_INPUT", `${of}: is not understood here yet; expected pod: with the names of the pods.`);
    });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new KubinError("BAD_INPUT", `${error.message} (at character ${error.from + 1} of the search)`, {
      cause: error,
    });
  }
}
