import { at, type Json, recordsAt, textAt } from "./read-json.ts";

export interface HpaMetric {
  name: string;
  current: string;
  target: string;
}

const kinds: Readonly<Record<string, string>> = {
  Resource: "resource",
  ContainerResource: "containerResource",
  Pods: "pods",
  Object: "object",
  External: "external",
};

/** Each metric of an autoscaler with what it is and what it should be; "unknown" where the status has none. */
export function hpaMetrics(hpa: Json): HpaMetric[] {
  const old = textAt(hpa, "spec", "targetCPUUtilizationPercentage");
  if (old) {
    const current = textAt(hpa, "status", "currentCPUUtilizationPercentage");
    return [{ name: "cpu", current: current ? `${current}%` : "", target: `${old}%` }];
  }
  const now = new Map(recordsAt(hpa, "status", "currentMetrics").map((metric) => [nameOf(metric), metric]));
  return recordsAt(hpa, "spec", "metrics").map((metric) => {
    const name = nameOf(metric);
    return {
      name,
      current: amount(at(bodyOf(now.get(name)), "current")),
      target: amount(at(bodyOf(metric), "target")),
    };
  });
}

function bodyOf(metric: unknown): unknown {
  const type = textAt(metric, "type");
  return Object.hasOwn(kinds, type) ? at(metric, kinds[type] ?? "") : undefined;
}

function nameOf(metric: unknown): string {
  const body = bodyOf(metric);
  const name = textAt(body, "name") || textAt(body, "metric", "name");
  const container = textAt(body, "container");
  const object = textAt(body, "describedObject", "name");
  return [name || textAt(metric, "type"), container && `of ${container}`, object && `on ${object}`]
    .filter(Boolean)
    .join(" ");
}

function amount(value: unknown): string {
  const percent = textAt(value, "averageUtilization");
  if (percent) return `${percent}%`;
  const average = textAt(value, "averageValue");
  return average ? `${average} a pod` : textAt(value, "value");
}
