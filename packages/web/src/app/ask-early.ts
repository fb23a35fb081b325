import type { Snapshot } from "@kubin/schema";
import type { QueryClient } from "@tanstack/react-query";
import { openAccess } from "../data/open-access.ts";
import { snapshotKey, snapshotQuery } from "../data/snapshot-access.ts";
import { snapshotQueries } from "../data/snapshot-queries.ts";

const overviewPath = /^\/(?:s\/([^/]+)|snapshots\/([^/]+))\/?$/;

/**
 * Asks for what the page of a link shows while the app is still being drawn for the first time; the answers wait where
 * the page will look for them. A failure is told by whoever asks for real.
 */
export async function askEarly(queryClient: QueryClient, path: string): Promise<void> {
  const [, token = "", id = ""] = overviewPath.exec(path) ?? [];
  if (token === "" && id === "") return;
  const access = openAccess({ token: decodeURIComponent(token), id: decodeURIComponent(id) });
  await queryClient.prefetchQuery(snapshotQuery(access));
  const snapshot = queryClient.getQueryData<Snapshot>(snapshotKey(access));
  if (!snapshot) return;
  const questions = snapshotQueries({ snapshot, client: access.client, reader: access.reader });
  await Promise.all([queryClient.prefetchQuery(questions.overview()), queryClient.prefetchQuery(questions.kinds())]);
}
