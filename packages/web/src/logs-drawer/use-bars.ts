import type { LogHistogram } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import type { DrawerQuery } from "./drawer-query.ts";

export const barCount = 120;

interface Bars {
  /** Undefined while it is asked for. */
  histogram: LogHistogram | undefined;
  /** What the bars are of: where nothing matches, they are of what is left out. */
  of: "matching" | "anyTime" | "whole";
}

/** The lines over time that match; where there is none, those at other times, and then all: one must see where to look. */
export function useBars({ text, anyTime, whole }: DrawerQuery): Bars {
  const questions = useQuestions();
  const matching = useQuery(questions.histogram(text, barCount)).data;
  const noneMatch = isEmpty(matching);
  const others = useQuery({ ...questions.histogram(anyTime, barCount), enabled: noneMatch }).data;
  const noOthers = noneMatch && isEmpty(others);
  const all = useQuery({ ...questions.histogram(whole, barCount), enabled: noOthers }).data;
  if (!noneMatch) return { histogram: matching, of: "matching" };
  return noOthers ? { histogram: all, of: "whole" } : { histogram: others, of: "anyTime" };
}

function isEmpty(histogram: LogHistogram | undefined): boolean {
  return histogram !== undefined && histogram.from === undefined;
}
