import { dig, isThere, type Json, number, record, records, text } from "../objects/json.ts";
import { describeContainers } from "./containers.ts";
import { annotations, controlledBy, field, joinedMap, labels, sinceText, sorted, timeText } from "./fields.ts";
import type { Page } from "./page.ts";
import { describeVolumes } from "./volumes.ts";

export function describePod(page: Page, pod: Json): void {
  const spec = record(pod.spec);
  field(page, 0, "Name", text(pod, "metadata.name"));
  field(page, 0, "Namespace", text(pod, "metadata.namespace"));
  page.row(0, "Priority:", text(spec, "priority") || "0");
  field(page, 0, "Priority Class Name", text(spec, "priorityClassName"));
  field(page, 0, "Runtime Class Name", text(spec, "runtimeClassName"));
  field(page, 0, "Service Account", text(spec, "serviceAccountName"));
  const node = text(spec, "nodeName");
  page.row(0, "Node:", node ? `${node}/${text(pod, "status.hostIP")}` : "<none>");
  field(page, 0, "Start Time", timeText(text(pod, "status.startTime")));
  labels(page, "Labels", dig(pod, "metadata.labels"));
  annotations(page, pod);
  const deleted = text(pod, "metadata.deletionTimestamp");
  page.row(0, "Status:", deleted ? `Terminating (lasts ${sinceText(page, deleted)})` : text(pod, "status.phase"));
  if (deleted) field(page, 0, "Termination Grace Period", `${text(pod, "metadata.deletionGracePeriodSeconds")}s`);
  field(page, 0, "Reason", text(pod, "status.reason"));
  field(page, 0, "Message", text(pod, "status.message"));
  page.row(0, "IP:", text(pod, "status.podIP"));
  const ips = records(pod, "status.podIPs");
  if (ips.length === 0) page.row(0, "IPs:", "<none>");
  else page.row(0, "IPs:");
  for (const one of ips) page.row(1, "IP:", text(one, "ip"));
  controlledBy(page, pod);
  field(page, 0, "NominatedNodeName", text(pod, "status.nominatedNodeName"));
  containersOf(page, { spec, status: record(pod.status), level: 0 });
  podConditions(page, pod);
  describeVolumes(page, spec, 0);
  field(page, 0, "QoS Class", text(pod, "status.qosClass"));
  labels(page, "Node-Selectors", spec.nodeSelector);
  describeTolerations(page, spec, 0);
  spread(page, spec);
}

const groups = [
  ["Init Containers", "initContainers", "initContainerStatuses"],
  ["Containers", "containers", "containerStatuses"],
  ["Ephemeral Containers", "ephemeralContainers", "ephemeralContainerStatuses"],
] as const;

/** All groups of containers; `status` undefined for a template. */
function containersOf(page: Page, opts: { spec: Json; status: Json | undefined; level: number }): void {
  for (const [title, containersAt, statusesAt] of groups) {
    const containers = records(opts.spec, containersAt);
    if (containers.length === 0 && title !== "Containers") continue;
    const statuses = opts.status && records(opts.status, statusesAt);
    describeContainers(page, { title, containers, statuses, level: opts.level });
  }
}

function podConditions(page: Page, pod: Json): void {
  const gates = records(pod, "spec.readinessGates");
  const all = records(pod, "status.conditions");
  if (gates.length > 0) {
    page.row(0, "Readiness Gates:");
    page.row(1, "Type", "Status");
    for (const gate of gates) {
      const type = text(gate, "conditionType");
      page.row(
        1,
        type,
        text(
          all.find((one) => text(one, "type") === type),
          "status",
        ) || "<none>",
      );
    }
  }
  if (all.length === 0) return;
  page.row(0, "Conditions:");
  page.row(1, "Type", "Status");
  for (const one of all) page.row(1, text(one, "type"), text(one, "status"));
}

function describeTolerations(page: Page, spec: Json, level: number): void {
  const all = records(spec, "tolerations").map(tolerationText).sort();
  if (all.length === 0) {
    page.row(level, "Tolerations:", "<none>");
    return;
  }
  all.forEach((one, at) => {
    page.row(level, at === 0 ? "Tolerations:" : "", one);
  });
}

function tolerationText(toleration: Json): string {
  const value = text(toleration, "value");
  const effect = text(toleration, "effect");
  const operator = text(toleration, "operator");
  const seconds = number(toleration, "tolerationSeconds");
  const key = text(toleration, "key");
  return [
    key,
    value && `=${value}`,
    effect && `:${effect}`,
    operator === "Exists" && value === "" && (key !== "" || effect !== "" ? " op=Exists" : "op=Exists"),
    seconds !== undefined && ` for ${seconds}s`,
  ]
    .filter(Boolean)
    .join("");
}

function spread(page: Page, spec: Json): void {
  records(spec, "topologySpreadConstraints").forEach((one, at) => {
    const selector = isThere(one, "labelSelector")
      ? ` for selector ${joinedMap(dig(one, "labelSelector.matchLabels"))}`
      : "";
    const words = `${text(one, "topologyKey")}:${text(one, "whenUnsatisfiable")} when max skew ${text(one, "maxSkew")} is exceeded${selector}`;
    page.row(0, at === 0 ? "Topology Spread Constraints:" : "", words);
  });
}

/** `Pod Template:` of a workload. */
export function describePodTemplate(page: Page, template: unknown): void {
  page.row(0, "Pod Template:");
  const spec = record(dig(template, "spec"));
  labels(page, "Labels", dig(template, "metadata.labels"), 1);
  sorted(dig(template, "metadata.annotations")).forEach(([key, value], at) => {
    page.row(1, at === 0 ? "Annotations:" : "", `${key}: ${value}`);
  });
  field(page, 1, "Service Account", text(spec, "serviceAccountName"));
  containersOf(page, { spec, status: undefined, level: 1 });
  describeVolumes(page, spec, 1);
  field(page, 1, "Priority Class Name", text(spec, "priorityClassName"));
  labels(page, "Node-Selectors", spec.nodeSelector, 1);
  describeTolerations(page, spec, 1);
}
