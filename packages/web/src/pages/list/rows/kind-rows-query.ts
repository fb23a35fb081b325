import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { OpenSnapshot } from "../../../data/snapshot-context.ts";
import { leanPage } from "./lean-page.ts";

/** The first answer fills the screen at once; the others are as large as may be parsed without a hitch. */
const firstRows = 500;
const moreRows = 2_500;
/** Rows are large: those of a list that was left are kept for a short way back only. */
const keptMs = 60_000;

export interface KindRowsQuestion {
  group: string;
  plural: string;
  namespaces?: string[];
  /** Asked of the server only where a list is too long to be held. */
  text?: string;
  health?: ("failing" | "warning" | "ok" | "unknown")[];
}

/** All objects of a kind, trouble first, page by page. Its key is one of the content of the open snapshot. */
export function kindRowsQuery(open: OpenSnapshot, filter: KindRowsQuestion) {
  const { client, reader, snapshot } = open;
  const first: { initialPageParam: string | undefined } = { initialPageParam: undefined };
  return infiniteQueryOptions({
    queryKey: [reader, "content", snapshot.id, "kind-rows", filter],
    queryFn: async ({ signal, pageParam }) =>
      leanPage(
        await client.metadata.resources.query(
          {
            snapshotId: snapshot.id,
            filter,
            order: "health",
            limit: pageParam === undefined ? firstRows : moreRows,
            cursor: pageParam,
          },
          { signal },
        ),
      ),
    ...first,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    gcTime: keptMs,
    // Comparing tens of thousands of rows with those before costs more than drawing the few in view anew.
    structuralSharing: false,
  });
}
