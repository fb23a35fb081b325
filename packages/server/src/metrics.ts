import type { Log, Metrics } from "@kubin/core";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export interface MetricsStore extends Metrics {
  text(): Promise<{ contentType: string; text: string }>;
}

const secondsBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const bytesBuckets = [1e3, 1e4, 1e5, 1e6, 4e6, 16e6, 64e6, 256e6, 1e9];

/** Prometheus metrics by name: a name is registered at its first use, with the labels of that use. */
export function createMetrics(log: Log): MetricsStore {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  const register = [registry];

  return {
    count: (name, labels = {}, by = 1) =>
      harmless(log, name, () => {
        const make = () => new Counter({ ...described(name, labels), registers: register });
        found(counters, name, make).inc(labels, by);
      }),
    observe: (name, value, labels = {}) =>
      harmless(log, name, () => {
        const buckets = name.endsWith("_bytes") ? bytesBuckets : secondsBuckets;
        const make = () => new Histogram({ ...described(name, labels), buckets, registers: register });
        found(histograms, name, make).observe(labels, value);
      }),
    text: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function described(name: string, labels: Record<string, string>) {
  return { name: `kubin_${name}`, help: name.replaceAll("_", " "), labelNames: Object.keys(labels) };
}

function found<T>(known: Map<string, T>, name: string, make: () => T): T {
  const metric = known.get(name) ?? make();
  known.set(name, metric);
  return metric;
}

/** A wrong label must not fail the request that was measured. */
function harmless(log: Log, name: string, measure: () => void): void {
  try {
    measure();
  } catch (err) {
    log.warn({ metric: name, err }, "metric was not counted");
  }
}
