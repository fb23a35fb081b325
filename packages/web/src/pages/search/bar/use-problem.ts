import type { QueryError } from "@kubin/logs";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import { useSnapshot } from "../../../data/snapshot-context.ts";
import { readQuery } from "../../../logs/read-query.ts";

const pauseMs = 400;

/** What is wrong with a query as it is typed. Half a word is often wrong: it is told once one pauses. */
export function useProblem(text: string): QueryError | undefined {
  const { snapshot } = useSnapshot();
  const [rested] = useDebouncedValue(text, pauseMs);
  const read = useMemo(() => readQuery(rested, snapshot.capturedAt), [rested, snapshot.capturedAt]);
  return rested === text && "problem" in read ? read.problem : undefined;
}
