/** Counts of one kind over the buckets of the axis. */
export interface BarSeries {
  name: string;
  tone: "quiet" | "accent" | "amber" | "red";
  values: readonly number[];
}
