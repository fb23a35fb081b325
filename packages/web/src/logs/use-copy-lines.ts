import type { LogLine, LogStreamRef } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import type { LineRange } from "./line-range.ts";

const copiedAtMost = 5_000;

/** The lines of a range, fetched as they are marked so that a click copies at once; undefined while they come or where they are too many. */
export function useCopyLines(stream: LogStreamRef, range: LineRange): readonly LogLine[] | undefined {
  const questions = useQuestions();
  const few = range.last - range.first < copiedAtMost;
  const { data } = useQuery({ ...questions.lines(stream, range), enabled: few });
  return few ? data?.lines : undefined;
}
