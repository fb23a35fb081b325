import { storageClassOf } from "../objects/columns/storage.ts";
import { dig, flag, type Json, record, records, text } from "../objects/json.ts";
import { field, head, joinedMap, labelsAndNotes, sorted, texts, timeText } from "./fields.ts";
import type { Page } from "./page.ts";
import { relatedOf } from "./related-of.ts";
import { describeVolumeSource } from "./volumes.ts";

const shortModes: Readonly<Record<string, string>> = {
  ReadWriteOnce: "RWO",
  ReadOnlyMany: "ROX",
  ReadWriteMany: "RWX",
  ReadWriteOncePod: "RWOP",
};

function modes(object: Json): string {
  return texts(object, "spec.accessModes")
    .map((mode) => (Object.hasOwn(shortModes, mode) ? (shortModes[mode] ?? mode) : mode))
    .join(",");
}

export function describeClaim(page: Page, claim: Json): void {
  field(page, 0, "Name", text(claim, "metadata.name"));
  field(page, 0, "Namespace", text(claim, "metadata.namespace"));
  page.row(0, "StorageClass:", storageClassOf(claim));
  page.row(0, "Status:", phase(claim));
  page.row(0, "Volume:", text(claim, "spec.volumeName"));
  labelsAndNotes(page, claim);
  page.row(0, "Finalizers:", `[${texts(claim, "metadata.finalizers").join(" ")}]`);
  page.row(0, "Capacity:", text(claim, "status.capacity.storage"));
  page.row(0, "Access Modes:", modes(claim));
  field(page, 0, "VolumeMode", text(claim, "spec.volumeMode"));
  const source = dig(claim, "spec.dataSource");
  if (source !== undefined && source !== null) {
    page.row(0, "DataSource:");
    for (const [title, name] of [
      ["APIGroup", "apiGroup"],
      ["Kind", "kind"],
      ["Name", "name"],
    ] as const) {
      field(page, 1, title, text(source, name));
    }
  }
  const pods = relatedOf(page, "Pod", "used-by");
  if (pods.length === 0) page.row(0, "Used By:", "<none>");
  pods.forEach((pod, at) => {
    page.row(0, at === 0 ? "Used By:" : "", pod.name);
  });
  longConditions(page, claim);
}

function longConditions(page: Page, object: Json): void {
  const conditions = records(object, "status.conditions");
  if (conditions.length === 0) return;
  page.row(0, "Conditions:");
  page.row(1, "Type", "Status", "LastTransitionTime", "Reason", "Message");
  for (const one of conditions) {
    const since = timeText(text(one, "lastTransitionTime"));
    page.row(1, text(one, "type"), text(one, "status"), since, text(one, "reason"), text(one, "message"));
  }
}

function phase(object: Json): string {
  return text(object, "metadata.deletionTimestamp") ? "Terminating" : text(object, "status.phase");
}

export function describeVolume(page: Page, volume: Json): void {
  head(page, volume);
  page.row(0, "Finalizers:", `[${texts(volume, "metadata.finalizers").join(" ")}]`);
  page.row(0, "StorageClass:", storageClassOf(volume));
  page.row(0, "Status:", phase(volume));
  const claim = `${text(volume, "spec.claimRef.namespace")}/${text(volume, "spec.claimRef.name")}`;
  page.row(0, "Claim:", claim === "/" ? "" : claim);
  page.row(0, "Reclaim Policy:", text(volume, "spec.persistentVolumeReclaimPolicy"));
  page.row(0, "Access Modes:", modes(volume));
  field(page, 0, "VolumeMode", text(volume, "spec.volumeMode"));
  page.row(0, "Capacity:", text(volume, "spec.capacity.storage"));
  const terms = records(volume, "spec.nodeAffinity.required.nodeSelectorTerms");
  if (terms.length === 0) page.row(0, "Node Affinity:", "<none>");
  else page.row(0, "Node Affinity:");
  terms.forEach((term, at) => {
    const words = records(term, "matchExpressions").map((one) => {
      return `${text(one, "key")} ${text(one, "operator").toLowerCase()} [${texts(one, "values").join(", ")}]`;
    });
    page.row(1, `Term ${at}:`, words.join(", "));
  });
  page.row(0, "Message:", text(volume, "status.message"));
  page.row(0, "Source:");
  describeVolumeSource(page, record(volume.spec), 1);
}

const defaultClass = "storageclass.kubernetes.io/is-default-class";

export function describeStorageClass(page: Page, storageClass: Json): void {
  field(page, 0, "Name", text(storageClass, "metadata.name"));
  const notes = sorted(dig(storageClass, "metadata.annotations"));
  page.row(0, "IsDefaultClass:", notes.some(([key, value]) => key === defaultClass && value === "true") ? "Yes" : "No");
  page.row(0, "Annotations:", joinedMap(dig(storageClass, "metadata.annotations")));
  page.row(0, "Provisioner:", text(storageClass, "provisioner"));
  page.row(0, "Parameters:", joinedMap(storageClass.parameters));
  const expands = storageClass.allowVolumeExpansion;
  page.row(
    0,
    "AllowVolumeExpansion:",
    typeof expands === "boolean" ? (flag(storageClass, "allowVolumeExpansion") ? "True" : "False") : "<unset>",
  );
  const options = texts(storageClass, "mountOptions");
  if (options.length === 0) page.row(0, "MountOptions:", "<none>");
  else page.row(0, "MountOptions:");
  for (const option of options) page.row(1, option);
  page.row(0, "ReclaimPolicy:", text(storageClass, "reclaimPolicy"));
  page.row(0, "VolumeBindingMode:", text(storageClass, "volumeBindingMode"));
}

export function describeNamespace(page: Page, namespace: Json): void {
  head(page, namespace);
  page.row(0, "Status:", text(namespace, "status.phase"));
  longConditions(page, namespace);
}
