import { dig, flag, isThere, type Json, number, record, records, text } from "../json.ts";
import { conditionIs } from "../pod-status.ts";
import { age, col, count, isoTime, orNone, since, type TableColumn, type Tables, wide } from "./table.ts";

function nodeStatus(node: Json): string {
  const ready = records(node, "status.conditions").find((condition) => text(condition, "type") === "Ready");
  const word = ready === undefined ? "Unknown" : text(ready, "status") === "True" ? "Ready" : "NotReady";
  return flag(node, "spec.unschedulable") ? `${word},SchedulingDisabled` : word;
}

const roleLabel = "node-role.kubernetes.io/";

function nodeRoles(node: Json): string {
  const labels = record(dig(node, "metadata.labels"));
  const roles = Object.keys(labels).flatMap((label) => {
    if (label.startsWith(roleLabel)) return label.length > roleLabel.length ? [label.slice(roleLabel.length)] : [];
    return label === "kubernetes.io/role" && typeof labels[label] === "string" ? [labels[label]] : [];
  });
  return orNone([...new Set(roles)].sort().join(","));
}

function nodeAddress(type: string): (node: Json) => string {
  return (node) =>
    orNone(
      text(
        records(node, "status.addresses").find((item) => text(item, "type") === type),
        "address",
      ),
    );
}

/** The times of an event in either API, as ISO text; null where it has none. */
export function eventTimes(event: Json): { firstAt: string | null; lastAt: string | null } {
  const single = isoTime(text(event, "eventTime"));
  const created = isoTime(text(event, "metadata.creationTimestamp"));
  const firstAt = isoTime(text(event, "firstTimestamp")) ?? isoTime(text(event, "deprecatedFirstTimestamp")) ?? single;
  const lastAt =
    isoTime(text(event, "series.lastObservedTime")) ??
    isoTime(text(event, "lastTimestamp")) ??
    isoTime(text(event, "deprecatedLastTimestamp")) ??
    firstAt;
  return { firstAt: firstAt ?? created, lastAt: lastAt ?? created };
}

/** Which component said it, "kubelet, node-1". */
export function eventSource(event: Json): string {
  const source = isThere(event, "source") ? dig(event, "source") : dig(event, "deprecatedSource");
  const component =
    text(source, "component") || text(event, "reportingComponent") || text(event, "reportingController");
  const host = text(source, "host");
  return host === "" ? component : `${component}, ${host}`;
}

export function eventCount(event: Json): number {
  const found = number(event, "series.count") ?? number(event, "count") ?? number(event, "deprecatedCount") ?? 1;
  return Math.min(Math.max(1, Math.trunc(found)), 2_000_000_000);
}

/** What an event is about: `involvedObject` of core/v1, `regarding` of events.k8s.io. */
export function eventTarget(event: Json): Json {
  return record(isThere(event, "involvedObject") ? dig(event, "involvedObject") : dig(event, "regarding"));
}

const eventColumns: TableColumn[] = [
  { name: "Last Seen", type: "age", wide: false, cell: (event) => eventTimes(event).lastAt },
  col("Type", "type"),
  col("Reason", "reason"),
  col("Object", (event) => `${text(eventTarget(event), "kind").toLowerCase()}/${text(eventTarget(event), "name")}`),
  wide("Subobject", (event) => text(eventTarget(event), "fieldPath")),
  wide("Source", eventSource),
  col("Message", (event) => (text(event, "message") || text(event, "note")).trim()),
  { name: "First Seen", type: "age", wide: true, cell: (event) => eventTimes(event).firstAt },
  { name: "Count", type: "number", wide: true, cell: eventCount },
];

function condition(type: string): (object: Json) => string {
  return (object) => text(findCondition(object, type), "status");
}

function findCondition(object: Json, type: string): Json | undefined {
  return records(object, "status.conditions").find((item) => text(item, "type") === type);
}

function sinceCondition(name: string, type: string): TableColumn {
  const cell = (object: Json) => isoTime(text(findCondition(object, type), "lastTransitionTime"));
  return { name, type: "age", wide: false, cell };
}

const region = "machine.openshift.io/region";
const zone = "machine.openshift.io/zone";
const kind = "machine.openshift.io/instance-type";
const label = (name: string) => (object: Json) => {
  const value = record(dig(object, "metadata.labels"))[name];
  return typeof value === "string" ? value : "";
};

export const clusterTables: Tables = {
  "/nodes": [
    col("Status", nodeStatus),
    col("Roles", nodeRoles),
    age,
    col("Version", "status.nodeInfo.kubeletVersion"),
    wide("Internal-IP", nodeAddress("InternalIP")),
    wide("External-IP", nodeAddress("ExternalIP")),
    wide("OS-Image", "status.nodeInfo.osImage"),
    wide("Kernel-Version", "status.nodeInfo.kernelVersion"),
    wide("Container-Runtime", "status.nodeInfo.containerRuntimeVersion"),
  ],
  "/namespaces": [col("Status", "status.phase"), age],
  "/componentstatuses": [
    col("Status", (item) => {
      const healthy = records(item, "conditions").find((entry) => text(entry, "type") === "Healthy");
      return text(healthy, "status") === "True" ? "Healthy" : "Unhealthy";
    }),
    col("Message", (item) => text(records(item, "conditions")[0], "message")),
    col("Error", (item) => text(records(item, "conditions")[0], "error")),
  ],
  "/events": eventColumns,
  "events.k8s.io/events": eventColumns,
  "config.openshift.io/clusteroperators": [
    col("Version", (operator) =>
      text(
        records(operator, "status.versions").find((item) => text(item, "name") === "operator"),
        "version",
      ),
    ),
    col("Available", condition("Available")),
    col("Progressing", condition("Progressing")),
    col("Degraded", condition("Degraded")),
    sinceCondition("Since", "Available"),
    wide("Message", (operator) =>
      conditionIs(operator, "Available", "True") ? "" : text(findCondition(operator, "Available"), "message"),
    ),
  ],
  "config.openshift.io/clusterversions": [
    col("Version", (version) =>
      text(
        records(version, "status.history").find((item) => text(item, "state") === "Completed"),
        "version",
      ),
    ),
    col("Available", condition("Available")),
    col("Progressing", condition("Progressing")),
    sinceCondition("Since", "Progressing"),
    col("Status", (version) => text(findCondition(version, "Progressing"), "message")),
  ],
  "machine.openshift.io/machines": [
    col("Phase", "status.phase"),
    col("Type", label(kind)),
    col("Region", label(region)),
    col("Zone", label(zone)),
    age,
    wide("Node", "status.nodeRef.name"),
    wide("ProviderID", "spec.providerID"),
    wide("State", "status.providerStatus.instanceState"),
  ],
  "machine.openshift.io/machinesets": [
    count("Desired", "spec.replicas"),
    count("Current", "status.replicas"),
    count("Ready", "status.readyReplicas"),
    count("Available", "status.availableReplicas"),
    age,
  ],
  "machineconfiguration.openshift.io/machineconfigpools": [
    col("Config", "status.configuration.name"),
    col("Updated", condition("Updated")),
    col("Updating", condition("Updating")),
    col("Degraded", condition("Degraded")),
    count("MachineCount", "status.machineCount"),
    count("ReadyMachineCount", "status.readyMachineCount"),
    count("UpdatedMachineCount", "status.updatedMachineCount"),
    count("DegradedMachineCount", "status.degradedMachineCount"),
    since("Age", "metadata.creationTimestamp"),
  ],
};
