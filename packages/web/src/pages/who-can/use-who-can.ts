import { queryOptions, useQuery } from "@tanstack/react-query";
import { useSnapshot } from "../../data/snapshot-context.ts";
import type { Question } from "./question-of.ts";

/** Asks the server; the answer is kept like other content of the snapshot. */
export function useWhoCan(question: Question) {
  const { client, reader, snapshot } = useSnapshot();
  const snapshotId = snapshot.id;
  return useQuery(
    queryOptions({
      queryKey: [reader, "content", snapshotId, "who-can", question],
      queryFn: ({ signal }) => client.analytics.whoCan.query({ snapshotId, ...question }, { signal }),
    }),
  );
}
