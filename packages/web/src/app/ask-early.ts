import type { Snapshot } from "@kubin/schema";
import type { FetchQueryOptions, QueryClient, QueryFunctionContext, QueryKey } from "@tanstack/react-query";
import { openAccess } from "../data/open-access.ts";
import { snapshotKey, snapshotQuery } from "../data/snapshot-access.ts";
import { snapshotQueries } from "../data/snapshot-queries.ts";
import { takeEarlyAnswers } from "./early-answers.ts";

/** As in `index.html`, whose script can import nothing. */
const snapshotPath = /^\/(?:s\/([^/]+)|snapshots\/([^/]+))(\/.+)?/;

/**
 * Lays what the page of a snapshot shows first where that page will look for it: answers that have come already at
 * once, so that the first picture has them, others as they come. A failure is told by whoever asks for real.
 */
export async function askEarly(queryClient: QueryClient, path: string): Promise<void> {
  const [, token = "", id = "", below] = snapshotPath.exec(path) ?? [];
  if (token === "" && id === "") return;
  const access = openAccess({ token: decodeURIComponent(token), id: decodeURIComponent(id) });
  const early = takeEarlyAnswers(path);
  const { arrived } = early ?? {};
  if (!lay(queryClient, snapshotKey(access), arrived?.snapshot)) {
    await queryClient.prefetchQuery(orEarly(snapshotQuery(access), early?.snapshot));
  }
  const snapshot = queryClient.getQueryData<Snapshot>(snapshotKey(access));
  if (!snapshot) return;
  const questions = snapshotQueries({ snapshot, client: access.client, reader: access.reader });
  const kinds = questions.kinds();
  if (!lay(queryClient, kinds.queryKey, arrived?.kinds)) {
    void queryClient.prefetchQuery(orEarly(kinds, early?.kinds));
  }
  if (below) return;
  const overview = questions.overview();
  if (!lay(queryClient, overview.queryKey, arrived?.overview)) {
    void queryClient.prefetchQuery(orEarly(overview, early?.overview));
  }
}

function lay(queryClient: QueryClient, key: QueryKey, answer: unknown): boolean {
  if (answer !== undefined) queryClient.setQueryData(key, answer);
  return answer !== undefined;
}

/** The same question, answered by what is on its way already unless that fails. */
function orEarly<T, Key extends QueryKey>(
  question: FetchQueryOptions<T, Error, T, Key>,
  early: Promise<T> | undefined,
): FetchQueryOptions<T, Error, T, Key> {
  const { queryFn } = question;
  if (early === undefined || typeof queryFn !== "function") return question;
  return { ...question, queryFn: (context: QueryFunctionContext<Key>) => early.catch(() => queryFn(context)) };
}
