import { labelSelectorText } from "../objects/columns/selector-text.ts";
import { desiredReplicas } from "../objects/columns/workloads.ts";
import { dig, type Json, number, record, text } from "../objects/json.ts";
import { conditions, controlledBy, field, joinedMap, labelsAndNotes, timeText } from "./fields.ts";
import type { Page } from "./page.ts";
import { describePodTemplate } from "./pod.ts";
import { cellOf, podCounts, relatedOf } from "./related-of.ts";

const count = (object: Json, path: string) => number(object, path) ?? 0;

function selector(object: Json): string {
  return labelSelectorText(object, "spec.selector") || "<none>";
}

export function describeDeployment(page: Page, deployment: Json): void {
  field(page, 0, "Name", text(deployment, "metadata.name"));
  field(page, 0, "Namespace", text(deployment, "metadata.namespace"));
  field(page, 0, "CreationTimestamp", timeText(text(deployment, "metadata.creationTimestamp")));
  labelsAndNotes(page, deployment);
  page.row(0, "Selector:", selector(deployment));
  const of = (name: string) => count(deployment, `status.${name}`);
  page.row(
    0,
    "Replicas:",
    `${desiredReplicas(deployment)} desired | ${of("updatedReplicas")} updated | ${of("replicas")} total | ` +
      `${of("availableReplicas")} available | ${of("unavailableReplicas")} unavailable`,
  );
  field(page, 0, "StrategyType", text(deployment, "spec.strategy.type"));
  page.row(0, "MinReadySeconds:", text(deployment, "spec.minReadySeconds") || "0");
  const rolling = dig(deployment, "spec.strategy.rollingUpdate");
  if (rolling !== undefined && rolling !== null) {
    const words = `${text(rolling, "maxUnavailable")} max unavailable, ${text(rolling, "maxSurge")} max surge`;
    page.row(0, "RollingUpdateStrategy:", words);
  }
  describePodTemplate(page, dig(deployment, "spec.template"));
  conditions(page, deployment);
  const sets = relatedOf(page, "ReplicaSet", "child").sort((a, b) =>
    (a.createdAt ?? "") < (b.createdAt ?? "") ? 1 : -1,
  );
  const [newest, ...older] = sets;
  const words = (set: (typeof sets)[number]) => {
    const current = cellOf(set, "Current");
    return current === "" ? set.name : `${set.name} (${current}/${cellOf(set, "Desired")} replicas created)`;
  };
  const old = older.filter((set) => cellOf(set, "Desired") !== "0").map(words);
  page.row(0, "OldReplicaSets:", old.join(", ") || "<none>");
  page.row(0, "NewReplicaSet:", newest ? words(newest) : "<none>");
}

export function describeReplicaSet(page: Page, set: Json): void {
  field(page, 0, "Name", text(set, "metadata.name"));
  field(page, 0, "Namespace", text(set, "metadata.namespace"));
  page.row(
    0,
    "Selector:",
    text(set, "kind") === "ReplicationController" ? joinedMap(dig(set, "spec.selector")) : selector(set),
  );
  labelsAndNotes(page, set);
  controlledBy(page, set);
  page.row(0, "Replicas:", `${count(set, "status.replicas")} current / ${desiredReplicas(set)} desired`);
  field(page, 0, "Pods Status", podCounts(page));
  describePodTemplate(page, dig(set, "spec.template"));
  conditions(page, set);
}

export function describeStatefulSet(page: Page, set: Json): void {
  field(page, 0, "Name", text(set, "metadata.name"));
  field(page, 0, "Namespace", text(set, "metadata.namespace"));
  field(page, 0, "CreationTimestamp", timeText(text(set, "metadata.creationTimestamp")));
  page.row(0, "Selector:", selector(set));
  labelsAndNotes(page, set);
  page.row(0, "Replicas:", `${desiredReplicas(set)} desired | ${count(set, "status.replicas")} total`);
  field(page, 0, "Update Strategy", text(set, "spec.updateStrategy.type"));
  const partition = text(set, "spec.updateStrategy.rollingUpdate.partition");
  if (partition) field(page, 1, "Partition", partition);
  field(page, 0, "Pods Status", podCounts(page));
  describePodTemplate(page, dig(set, "spec.template"));
  claims(page, set);
}

function claims(page: Page, set: Json): void {
  const templates = dig(set, "spec.volumeClaimTemplates");
  const all = Array.isArray(templates) ? templates.map(record) : [];
  if (all.length === 0) {
    page.row(0, "Volume Claims:", "<none>");
    return;
  }
  page.row(0, "Volume Claims:");
  for (const claim of all) {
    page.row(1, "Name:", text(claim, "metadata.name"));
    page.row(1, "StorageClass:", text(claim, "spec.storageClassName"));
    page.row(1, "Labels:", joinedMap(dig(claim, "metadata.labels")));
    page.row(1, "Annotations:", joinedMap(dig(claim, "metadata.annotations")));
    page.row(1, "Capacity:", text(claim, "spec.resources.requests.storage") || "<default>");
    const modes = dig(claim, "spec.accessModes");
    page.row(1, "Access Modes:", `[${Array.isArray(modes) ? modes.join(" ") : ""}]`);
  }
}

export function describeDaemonSet(page: Page, set: Json): void {
  field(page, 0, "Name", text(set, "metadata.name"));
  field(page, 0, "Namespace", text(set, "metadata.namespace"));
  page.row(0, "Selector:", selector(set));
  page.row(0, "Node-Selector:", joinedMap(dig(set, "spec.template.spec.nodeSelector")));
  labelsAndNotes(page, set);
  const of = (name: string) => String(count(set, `status.${name}`));
  page.row(0, "Desired Number of Nodes Scheduled:", of("desiredNumberScheduled"));
  page.row(0, "Current Number of Nodes Scheduled:", of("currentNumberScheduled"));
  page.row(0, "Number of Nodes Scheduled with Up-to-date Pods:", of("updatedNumberScheduled"));
  page.row(0, "Number of Nodes Scheduled with Available Pods:", of("numberAvailable"));
  page.row(0, "Number of Nodes Misscheduled:", of("numberMisscheduled"));
  field(page, 0, "Pods Status", podCounts(page));
  describePodTemplate(page, dig(set, "spec.template"));
}
