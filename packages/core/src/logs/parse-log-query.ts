import { parseQuery, QueryError, type ResolvedQuery, resolvePods } from "@kubin/logs";
import { KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { ReadableSnapshot } from "../policy/authorise-read.ts";
import { findPodsMeant } from "./find-pods-meant.ts";

interface ParseLogQuery extends ReadableSnapshot {
  ctx: Ctx;
  text: string;
}

/**
 * The syntax tree of a search text; times in it are relative to the capture, workloads and nodes are looked up. Throws
 * BAD_INPUT with the place, or with the workload or node that the snapshot does not have.
 */
export async function parseLogQuery({ ctx, text, snapshot, scope }: ParseLogQuery): Promise<ResolvedQuery> {
  try {
    const query = parseQuery(text, snapshot.capturedAt ? { capturedAt: snapshot.capturedAt } : {});
    return await resolvePods(query, async (leaf) => findPodsMeant({ ctx, scope, leaf }));
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new KubinError("BAD_INPUT", `${error.message} (at character ${error.from + 1} of the search)`, {
      cause: error,
    });
  }
}
