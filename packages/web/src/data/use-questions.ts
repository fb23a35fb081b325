import { useMemo } from "react";
import { useSnapshot } from "./snapshot-context.ts";
import { snapshotQueries } from "./snapshot-queries.ts";

/** The questions a page may ask about the open snapshot. */
export function useQuestions(): ReturnType<typeof snapshotQueries> {
  const open = useSnapshot();
  return useMemo(() => snapshotQueries(open), [open]);
}
