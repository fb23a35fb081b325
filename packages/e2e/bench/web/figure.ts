/** A measured figure beside what it should be. */
export interface Figure {
  name: string;
  values: number[];
  unit: "ms" | "MB" | "" | "tasks";
  /** None: shown for comparison only. */
  aim?: { most: number; of: "p50" | "p95" | "max" };
  /** What a reader must know to judge it. */
  note?: string;
}

/** The smallest value that `share` of them do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints one line for each and says how many aims were missed. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  const widest = Math.max(...figures.map(({ name }) => name.length));
  for (const figure of figures) {
    const { name, values, unit, aim, note } = figure;
    const number = (value: number) => value.toFixed(unit === "" ? 4 : unit === "tasks" ? 0 : 1).padStart(7);
    const of = { p50: percentile(values, 0.5), p95: percentile(values, 0.95), max: percentile(values, 1) };
    const n = `n=${String(values.length).padEnd(5)}`;
    const line = `${n} p50=${number(of.p50)} p95=${number(of.p95)} max=${number(of.max)} ${unit}`;
    const verdict = aim ? `  aim ${aim.of} ≤ ${aim.most} ${unit}: ${isMet(figure) ? "met" : "MISSED"}` : "";
    console.log(`  ${name.padEnd(widest)}  ${line}${verdict}${note ? `  (${note})` : ""}`);
  }
}

export function isMet({ values, aim }: Figure): boolean {
  if (!aim) return true;
  const share = { p50: 0.5, p95: 0.95, max: 1 }[aim.of];
  return values.length > 0 && percentile(values, share) <= aim.most;
}
