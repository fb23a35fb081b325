import { quantile, timed } from "../figures.ts";
import type { LogCorpus } from "./corpus/open-corpus.ts";

/** One line of the table at the end. */
export interface Row {
  what: string;
  /** What it should be; a dash where nothing was promised. */
  aim: string;
  seen: string;
}

export type Figure = (corpus: LogCorpus) => Promise<Row[]>;

export interface Measured {
  /** The warm-up, which does not count. */
  first: number;
  ms: number[];
  p50: number;
  p95: number;
}

/** One warm-up each, then `runs` timings, by turns: what else the machine does meets all of them alike. */
export async function measureByTurns<Name extends string>(
  runs: number,
  works: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, Measured>> {
  const all = (Object.entries(works) as [Name, () => Promise<unknown>][]).map(([name, work]) => ({
    name,
    work,
    ms: [] as number[],
  }));
  for (let run = 0; run <= runs; run++) for (const one of all) one.ms.push((await timed(one.work)).ms);
  const entries = all.map(({ name, ms: [first = Number.NaN, ...ms] }) => [name, measured(first, ms)]);
  return Object.fromEntries(entries) as Record<Name, Measured>;
}

export function measured(first: number, ms: number[]): Measured {
  return { first, ms, p50: quantile(ms, 0.5), p95: quantile(ms, 0.95) };
}

export function told({ first, ms, p50, p95 }: Measured): string {
  return `n=${ms.length} p50=${p50.toFixed(1)} p95=${p95.toFixed(1)} first=${first.toFixed(1)} ms`;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** No time is worth anything where the answers differ. */
export function mustBe(what: string, seen: number, truth: number): void {
  if (seen !== truth) throw new Error(`${what}: ${seen}, but the truth is ${truth} (${seen - truth} too many)`);
}
