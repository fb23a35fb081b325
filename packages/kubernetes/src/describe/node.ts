import { dig, flag, type Json, record, records, text } from "../objects/json.ts";
import { annotations, field, labels, mapBelow, table, timeText } from "./fields.ts";
import { describeNodePods } from "./node-pods.ts";
import type { Page } from "./page.ts";

const rolePrefix = "node-role.kubernetes.io/";
const info = [
  ["Machine ID", "machineID"],
  ["System UUID", "systemUUID"],
  ["Boot ID", "bootID"],
  ["Kernel Version", "kernelVersion"],
  ["OS Image", "osImage"],
  ["Operating System", "operatingSystem"],
  ["Architecture", "architecture"],
  ["Container Runtime Version", "containerRuntimeVersion"],
  ["Kubelet Version", "kubeletVersion"],
] as const;

export function describeNode(page: Page, node: Json): void {
  field(page, 0, "Name", text(node, "metadata.name"));
  const keys = Object.keys(record(dig(node, "metadata.labels")));
  const roles = keys
    .filter((key) => key.startsWith(rolePrefix) && key !== rolePrefix)
    .map((key) => key.slice(rolePrefix.length));
  page.row(0, "Roles:", roles.sort().join(",") || "<none>");
  labels(page, "Labels", dig(node, "metadata.labels"));
  annotations(page, node);
  field(page, 0, "CreationTimestamp", timeText(text(node, "metadata.creationTimestamp")));
  taints(page, node);
  page.row(0, "Unschedulable:", String(flag(node, "spec.unschedulable")));
  const conditions = records(node, "status.conditions");
  if (conditions.length > 0) {
    page.row(0, "Conditions:");
    table(
      page,
      1,
      ["Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message"],
      conditions.map((one) => [
        text(one, "type"),
        text(one, "status"),
        timeText(text(one, "lastHeartbeatTime")),
        timeText(text(one, "lastTransitionTime")),
        text(one, "reason"),
        text(one, "message"),
      ]),
    );
  }
  page.row(0, "Addresses:");
  for (const one of records(node, "status.addresses")) page.row(1, `${text(one, "type")}:`, text(one, "address"));
  mapBelow(page, 0, "Capacity", dig(node, "status.capacity"));
  mapBelow(page, 0, "Allocatable", dig(node, "status.allocatable"));
  page.row(0, "System Info:");
  for (const [title, name] of info) page.row(1, `${title}:`, text(node, `status.nodeInfo.${name}`));
  field(page, 0, "PodCIDR", text(node, "spec.podCIDR"));
  field(page, 0, "ProviderID", text(node, "spec.providerID"));
  describeNodePods(page, node);
}

function taints(page: Page, node: Json): void {
  const all = records(node, "spec.taints").map((taint) => {
    const value = text(taint, "value");
    return `${text(taint, "key")}${value ? `=${value}` : ""}:${text(taint, "effect")}`;
  });
  if (all.length === 0) {
    page.row(0, "Taints:", "<none>");
    return;
  }
  all.sort().forEach((one, at) => {
    page.row(0, at === 0 ? "Taints:" : "", one);
  });
}
