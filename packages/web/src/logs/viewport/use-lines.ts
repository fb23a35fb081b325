import type { LogLine, LogStreamRef } from "@kubin/schema";
import { useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { chunkLines } from "../../data/snapshot-queries.ts";
import { useQuestions } from "../../data/use-questions.ts";

interface VisibleLines {
  lineAt: (line: number) => LogLine | undefined;
  /** Why nothing of what is in view could be fetched. */
  error: unknown;
  again: () => void;
}

/** Whoever drags the scroll bar passes thousands of chunks: only where one rests is asked for. */
const restMs = 90;

/** The lines from `first` to `last`, fetched by chunks; those that are not here yet are undefined. */
export function useLines(stream: LogStreamRef, first: number, last: number): VisibleLines {
  const questions = useQuestions();
  const [from, to] = useRested(Math.floor(first / chunkLines), Math.floor(Math.max(first, last) / chunkLines));
  const chunks = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const answers = useQueries({ queries: chunks.map((chunk) => questions.chunk(stream, chunk)) });
  const broken = answers.find((answer) => answer.error);
  return {
    lineAt: (line) => answers[Math.floor(line / chunkLines) - from]?.data?.lines[line % chunkLines],
    error: broken?.error,
    again: () => void broken?.refetch(),
  };
}

/** The chunks in view, once the reader rests there; neighbours of those before are taken at once. */
function useRested(from: number, to: number): [number, number] {
  const [rested, setRested] = useState<[number, number]>([from, to]);
  const near = Math.abs(from - rested[0]) <= 1;
  const now: [number, number] = near ? [from, to] : rested;
  useEffect(() => {
    const timer = setTimeout(() => setRested([from, to]), near ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [from, to, near]);
  return now;
}
