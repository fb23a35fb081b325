import { parseQuantity } from "../amounts/parse-quantity.ts";
import { dig, type Json, record, records, text } from "../json.ts";
import { age, col, type TableColumn, type Tables } from "./table.ts";

/** What all containers of a pod use together, or a node; undefined where it does not say. */
function used(metrics: Json, resource: "cpu" | "memory"): number | undefined {
  const own = record(metrics.usage);
  const holders = Object.hasOwn(metrics, "containers") ? records(metrics, "containers").map((one) => one.usage) : [own];
  const amounts = holders.map((usage) => parseQuantity(dig(usage, resource))).filter((one) => one !== undefined);
  return amounts.length === 0 ? undefined : amounts.reduce((sum, one) => sum + one, 0);
}

/** As `kubectl top` writes them: millicores and mebibytes, rounded up, so that what is there never reads as nothing. */
const usageColumns: readonly TableColumn[] = [
  col("CPU", (metrics) => written(used(metrics, "cpu"), { unit: 1e-3, suffix: "m" })),
  col("Memory", (metrics) => written(used(metrics, "memory"), { unit: 2 ** 20, suffix: "Mi" })),
  col("Window", (metrics) => text(metrics, "window") || null),
  age,
];

function written(value: number | undefined, { unit, suffix }: { unit: number; suffix: string }): string | null {
  // Sums of nanocores are not exact in floating point: 0.25 / 0.001 must not become 251.
  return value === undefined ? null : `${Math.ceil(Number((value / unit).toFixed(6)))}${suffix}`;
}

export const metricsTables: Tables = {
  "metrics.k8s.io/pods": usageColumns,
  "metrics.k8s.io/nodes": usageColumns,
};
