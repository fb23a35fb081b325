import { printResult } from "../../output/print-result.ts";
import { endAnswer, type Question } from "../question.ts";
import { histogramText } from "./histogram-text.ts";

/** Bars without a terminal. */
const usualBars = 40;

/** `--histogram`: matching lines over time, by level. */
export async function printHistogram(question: Question): Promise<number> {
  const { io, args, opened, query } = question;
  // On a terminal what fits on one screen, with what is told below.
  const buckets = io.terminal.stdout ? Math.min(60, Math.max(8, io.size().rows - 6)) : usualBars;
  const value = await opened.client.query.histogram.query({ snapshotId: opened.snapshot.id, query, buckets });
  await printResult({ io, args, value, table: () => histogramText(io, value) });
  const lines = value.buckets.reduce((sum, one) => sum + one.lines, value.untimed);
  return endAnswer(question, { lines, incomplete: value.incomplete });
}
