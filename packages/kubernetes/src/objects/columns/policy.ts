import { dig, isThere, type Json, list, number, record, records, text } from "../json.ts";
import { age, col, count, createdAt, joined, orNone, type TableColumn, type Tables, wide } from "./table.ts";

function subjects(kind: string): (binding: Json) => string {
  return (binding) => {
    const ofKind = records(binding, "subjects").filter((subject) => text(subject, "kind") === kind);
    return ofKind
      .map((subject) => (kind === "ServiceAccount" ? `${text(subject, "namespace")}/` : "") + text(subject, "name"))
      .join(", ");
  };
}

const bindingColumns: TableColumn[] = [
  col("Role", (binding) => `${text(binding, "roleRef.kind")}/${text(binding, "roleRef.name")}`),
  age,
  wide("Users", subjects("User")),
  wide("Groups", subjects("Group")),
  wide("ServiceAccounts", subjects("ServiceAccount")),
];

const webhookColumns: TableColumn[] = [count("Webhooks", (object) => records(object, "webhooks").length), age];

const notSet = (path: string) => (object: Json) => text(object, path) || "N/A";

/** `limits.*` go to their own column: "cpu: 250m/32, pods: 3/10". */
function quotaUse(quota: Json, wantLimits: boolean): string {
  const used = record(dig(quota, "status.used"));
  return Object.entries(record(dig(quota, "status.hard")))
    .filter(([name]) => name.startsWith("limits.") === wantLimits)
    .map(([name, hard]) => `${name}: ${joined([Object.hasOwn(used, name) ? used[name] : "0"])}/${joined([hard])}`)
    .sort()
    .join(", ");
}

function hpaMetric(metric: Json, current: Json | undefined): string {
  const type = text(metric, "type");
  const field = type.charAt(0).toLowerCase() + type.slice(1);
  const target = dig(metric, `${field}.target`);
  const now = dig(current, `${field}.current`);
  const prefix = field === "resource" || field === "containerResource" ? `${text(metric, `${field}.name`)}: ` : "";
  if (isThere(target, "averageUtilization")) {
    const percent = number(now, "averageUtilization");
    return `${prefix}${percent === undefined ? "<unknown>" : `${percent}%`}/${text(target, "averageUtilization")}%`;
  }
  const key = isThere(target, "averageValue") ? "averageValue" : "value";
  const average = key === "averageValue" ? " (avg)" : "";
  const shown = field === "external" || field === "object" ? average : "";
  return `${prefix}${text(now, key) || "<unknown>"}/${text(target, key)}${shown}`;
}

function hpaTargets(hpa: Json): string {
  const percent = number(hpa, "spec.targetCPUUtilizationPercentage"); // autoscaling/v1
  if (percent !== undefined) {
    const now = number(hpa, "status.currentCPUUtilizationPercentage");
    return `cpu: ${now === undefined ? "<unknown>" : `${now}%`}/${percent}%`;
  }
  const current = records(hpa, "status.currentMetrics");
  const metrics = records(hpa, "spec.metrics").map((metric, index) => hpaMetric(metric, current[index]));
  if (metrics.length === 0) return "<none>";
  return metrics.length > 2 ? `${metrics.slice(0, 2).join(", ")} + ${metrics.length - 2} more...` : metrics.join(", ");
}

function requestCondition(request: Json): string {
  const types = records(request, "status.conditions").map((condition) => text(condition, "type"));
  const verdict = types.includes("Denied") ? "Denied" : types.includes("Approved") ? "Approved" : "Pending";
  const failed = types.includes("Failed") ? ",Failed" : "";
  return `${verdict}${failed}${text(request, "status.certificate") === "" ? "" : ",Issued"}`;
}

function apiService(service: Json): string {
  if (!isThere(service, "spec.service")) return "Local";
  return `${text(service, "spec.service.namespace")}/${text(service, "spec.service.name")}`;
}

function apiAvailable(service: Json): string {
  const available = records(service, "status.conditions").find((item) => text(item, "type") === "Available");
  if (available === undefined) return "Unknown";
  const status = text(available, "status");
  return status === "True" ? status : `${status} (${text(available, "reason")})`;
}

export const policyTables: Tables = {
  "rbac.authorization.k8s.io/roles": [createdAt],
  "rbac.authorization.k8s.io/clusterroles": [createdAt],
  "rbac.authorization.k8s.io/rolebindings": bindingColumns,
  "rbac.authorization.k8s.io/clusterrolebindings": bindingColumns,
  "admissionregistration.k8s.io/validatingwebhookconfigurations": webhookColumns,
  "admissionregistration.k8s.io/mutatingwebhookconfigurations": webhookColumns,
  "apiextensions.k8s.io/customresourcedefinitions": [createdAt],
  "apiregistration.k8s.io/apiservices": [col("Service", apiService), col("Available", apiAvailable), age],
  "/limitranges": [createdAt],
  "/resourcequotas": [
    col("Request", (quota) => quotaUse(quota, false)),
    col("Limit", (quota) => quotaUse(quota, true)),
    age,
  ],
  "policy/poddisruptionbudgets": [
    col("Min Available", notSet("spec.minAvailable")),
    col("Max Unavailable", notSet("spec.maxUnavailable")),
    count("Allowed Disruptions", "status.disruptionsAllowed"),
    age,
  ],
  "autoscaling/horizontalpodautoscalers": [
    col("Reference", (hpa) => `${text(hpa, "spec.scaleTargetRef.kind")}/${text(hpa, "spec.scaleTargetRef.name")}`),
    col("Targets", hpaTargets),
    col("MinPods", (hpa) => text(hpa, "spec.minReplicas") || "<unset>"),
    count("MaxPods", "spec.maxReplicas"),
    count("Replicas", "status.currentReplicas"),
    age,
  ],
  "certificates.k8s.io/certificatesigningrequests": [
    age,
    col("SignerName", (request) => orNone(text(request, "spec.signerName"))),
    col("Requestor", "spec.username"),
    col("RequestedDuration", (request) =>
      orNone(text(request, "spec.expirationSeconds") && `${text(request, "spec.expirationSeconds")}s`),
    ),
    col("Condition", requestCondition),
  ],
  "coordination.k8s.io/leases": [col("Holder", "spec.holderIdentity"), age],
  "node.k8s.io/runtimeclasses": [col("Handler", "handler"), age],
  "flowcontrol.apiserver.k8s.io/flowschemas": [
    col("PriorityLevel", "spec.priorityLevelConfiguration.name"),
    count("MatchingPrecedence", "spec.matchingPrecedence"),
    col("DistinguisherMethod", (schema) => orNone(text(schema, "spec.distinguisherMethod.type"))),
    age,
    col("MissingPL", (schema) => String(isDangling(schema))),
  ],
};

function isDangling(schema: Json): boolean {
  return list(dig(schema, "status.conditions")).some(
    (condition) => text(condition, "type") === "Dangling" && text(condition, "status") === "True",
  );
}
