import { dig, type Json, record, records, text } from "../objects/json.ts";
import { field, head, table, timeText } from "./fields.ts";
import type { Page } from "./page.ts";

const bodies: Readonly<Record<string, string>> = {
  Resource: "resource",
  ContainerResource: "containerResource",
  Pods: "pods",
  Object: "object",
  External: "external",
};

export function describeAutoscaler(page: Page, hpa: Json): void {
  head(page, hpa);
  field(page, 0, "CreationTimestamp", timeText(text(hpa, "metadata.creationTimestamp")));
  page.row(0, "Reference:", `${text(hpa, "spec.scaleTargetRef.kind")}/${text(hpa, "spec.scaleTargetRef.name")}`);
  page.row(0, "Metrics:", "( current / target )");
  const old = text(hpa, "spec.targetCPUUtilizationPercentage");
  if (old) {
    const now = text(hpa, "status.currentCPUUtilizationPercentage");
    page.row(1, "resource cpu on pods  (as a percentage of request):", `${now ? `${now}%` : "<unknown>"} / ${old}%`);
  }
  const current = records(hpa, "status.currentMetrics");
  records(hpa, "spec.metrics").forEach((metric, at) => {
    const body = bodyOf(metric);
    const now = bodyOf(current[at] ?? {});
    page.row(
      1,
      `${titleOf(metric, body)}:`,
      `${amount(dig(now, "current")) || "<unknown>"} / ${amount(dig(body, "target"))}`,
    );
  });
  page.row(0, "Min replicas:", text(hpa, "spec.minReplicas") || "<unset>");
  page.row(0, "Max replicas:", text(hpa, "spec.maxReplicas"));
  const kind = text(hpa, "spec.scaleTargetRef.kind") || "Target";
  page.row(
    0,
    `${kind} pods:`,
    `${text(hpa, "status.currentReplicas") || "0"} current / ${text(hpa, "status.desiredReplicas") || "0"} desired`,
  );
  const conditions = records(hpa, "status.conditions");
  if (conditions.length === 0) return;
  page.row(0, "Conditions:");
  table(
    page,
    1,
    ["Type", "Status", "Reason", "Message"],
    conditions.map((one) => [text(one, "type"), text(one, "status"), text(one, "reason"), text(one, "message")]),
  );
}

function bodyOf(metric: Json): Json {
  const type = text(metric, "type");
  return Object.hasOwn(bodies, type) ? record(metric[bodies[type] ?? ""]) : {};
}

function titleOf(metric: Json, body: Json): string {
  const name = text(body, "name") || text(body, "metric.name");
  switch (text(metric, "type")) {
    case "Resource":
      return `resource ${name} on pods${text(body, "target.averageUtilization") ? "  (as a percentage of request)" : ""}`;
    case "ContainerResource":
      return `resource ${name} of container "${text(body, "container")}" on pods`;
    case "Object":
      return `"${name}" on ${text(body, "describedObject.kind")}/${text(body, "describedObject.name")}`;
    case "External":
      return `"${name}" (target ${text(body, "target.value") ? "value" : "average value"})`;
    default:
      return `"${name}" on pods`;
  }
}

function amount(value: unknown): string {
  const percent = text(value, "averageUtilization");
  const absolute = text(value, "averageValue");
  if (percent) return absolute ? `${percent}% (${absolute})` : `${percent}%`;
  return absolute || text(value, "value");
}
