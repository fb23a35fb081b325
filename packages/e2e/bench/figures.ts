/** One line of figures over repeated timings, in ms. */
export function timings(ms: number[]): string {
  const at = quantiles(ms);
  const first = ms[0] ?? Number.NaN;
  return `n=${ms.length} p50=${at(0.5)} p95=${at(0.95)} max=${at(1)} first=${first.toFixed(1)} ms`;
}

/** The same for timings of which each is a first one, with their tail. */
export function percentiles(ms: number[]): string {
  const at = quantiles(ms);
  return `n=${ms.length} p50=${at(0.5)} p95=${at(0.95)} p99=${at(0.99)} max=${at(1)} ms`;
}

function quantiles(ms: number[]): (share: number) => string {
  return (share) => quantile(ms, share).toFixed(1);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** `runs` timings after one warm-up. */
export async function repeat(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const all: number[] = [];
  for (let run = 0; run < runs; run++) all.push((await timed(work)).ms);
  return all;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
