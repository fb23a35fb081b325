import { asText, dig, type Json, record, records, text } from "../json.ts";
import { age, col, type TableColumn, type Tables } from "./table.ts";

/** What a suffix of a Kubernetes quantity multiplies by. */
const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

function amount(written: unknown): number | undefined {
  const [, digits, suffix = ""] = /^(\d+(?:\.\d+)?)([A-Za-z]{0,2})$/.exec(asText(written)) ?? [];
  const factor = Object.hasOwn(factors, suffix) ? factors[suffix] : undefined;
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

/** What all containers of a pod use together, or a node; undefined where it does not say. */
function used(metrics: Json, resource: "cpu" | "memory"): number | undefined {
  const own = record(metrics.usage);
  const holders = Object.hasOwn(metrics, "containers") ? records(metrics, "containers").map((one) => one.usage) : [own];
  const amounts = holders.map((usage) => amount(dig(usage, resource))).filter((one) => one !== undefined);
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
