import { dig, flag, isThere, type Json, list, number, record, records, text } from "../json.ts";
import { age, col, count, joined, orNone, type Tables, wide } from "./table.ts";

const shortModes: Record<string, string> = {
  ReadWriteOnce: "RWO",
  ReadOnlyMany: "ROX",
  ReadWriteMany: "RWX",
  ReadWriteOncePod: "RWOP",
};

function accessModes(path: string): (object: Json) => string {
  return (object) => {
    const modes = new Set(list(dig(object, path)));
    return Object.entries(shortModes)
      .flatMap(([mode, short]) => (modes.has(mode) ? [short] : []))
      .join(",");
  };
}

const betaClass = "volume.beta.kubernetes.io/storage-class";

/** The annotation came before the field and still wins, as in `GetPersistentVolumeClaimClass`. */
export function storageClassOf(object: Json): string {
  const annotated = record(dig(object, "metadata.annotations"))[betaClass];
  return typeof annotated === "string" ? annotated : text(object, "spec.storageClassName");
}

const isClaimBound = (claim: Json) => text(claim, "spec.volumeName") !== "";

function claimStatus(object: Json): string {
  return isThere(object, "metadata.deletionTimestamp") ? "Terminating" : text(object, "status.phase");
}

const unset = (path: string) => (object: Json) => text(object, path) || "<unset>";
const yes = (path: string) => (object: Json) => String(flag(object, path));

export const storageTables: Tables = {
  "/persistentvolumes": [
    col("Capacity", "spec.capacity.storage"),
    col("Access Modes", accessModes("spec.accessModes")),
    col("Reclaim Policy", "spec.persistentVolumeReclaimPolicy"),
    col("Status", claimStatus),
    col("Claim", (volume) =>
      isThere(volume, "spec.claimRef")
        ? `${text(volume, "spec.claimRef.namespace")}/${text(volume, "spec.claimRef.name")}`
        : "",
    ),
    col("StorageClass", storageClassOf),
    col("VolumeAttributesClass", unset("spec.volumeAttributesClassName")),
    col("Reason", "status.reason"),
    age,
    wide("VolumeMode", unset("spec.volumeMode")),
  ],
  "/persistentvolumeclaims": [
    col("Status", claimStatus),
    col("Volume", "spec.volumeName"),
    col("Capacity", (claim) => (isClaimBound(claim) ? text(claim, "status.capacity.storage") : "")),
    col("Access Modes", (claim) => (isClaimBound(claim) ? accessModes("status.accessModes")(claim) : "")),
    col("StorageClass", storageClassOf),
    col("VolumeAttributesClass", unset("spec.volumeAttributesClassName")),
    age,
    wide("VolumeMode", unset("spec.volumeMode")),
  ],
  "storage.k8s.io/storageclasses": [
    col("Provisioner", "provisioner"),
    col("ReclaimPolicy", (item) => text(item, "reclaimPolicy") || "Delete"),
    col("VolumeBindingMode", (item) => text(item, "volumeBindingMode") || "Immediate"),
    col("AllowVolumeExpansion", yes("allowVolumeExpansion")),
    age,
  ],
  "storage.k8s.io/volumeattachments": [
    col("Attacher", "spec.attacher"),
    col("PV", "spec.source.persistentVolumeName"),
    col("Node", "spec.nodeName"),
    col("Attached", yes("status.attached")),
    age,
  ],
  "storage.k8s.io/csinodes": [count("Drivers", (node) => records(node, "spec.drivers").length), age],
  "storage.k8s.io/csidrivers": [
    // Both are true where they are left out.
    col("AttachRequired", (driver) => text(driver, "spec.attachRequired") || "true"),
    col("PodInfoOnMount", yes("spec.podInfoOnMount")),
    col("StorageCapacity", yes("spec.storageCapacity")),
    col("TokenRequests", (driver) => {
      const audiences = records(driver, "spec.tokenRequests").map((request) => text(request, "audience"));
      return audiences.length === 0 ? "<unset>" : audiences.join(",");
    }),
    col("RequiresRepublish", yes("spec.requiresRepublish")),
    col("Modes", (driver) => orNone(joined(list(dig(driver, "spec.volumeLifecycleModes"))))),
    age,
  ],
  "/serviceaccounts": [count("Secrets", (account) => records(account, "secrets").length), age],
  "/configmaps": [
    count("Data", (map) => Object.keys(record(map.data)).length + Object.keys(record(map.binaryData)).length),
    age,
  ],
  "/secrets": [col("Type", "type"), count("Data", (secret) => Object.keys(record(secret.data)).length), age],
  "image.openshift.io/imagestreams": [
    col(
      "Image Repository",
      (stream) => text(stream, "status.publicDockerImageRepository") || text(stream, "status.dockerImageRepository"),
    ),
    col("Tags", (stream) => {
      const tags = records(stream, "status.tags").map((tag) => text(tag, "tag"));
      return tags.length > 3 ? `${tags.slice(0, 3).join(",")} + ${tags.length - 3} more...` : tags.join(",");
    }),
    { name: "Updated", type: "age", wide: false, cell: newestTag },
  ],
  "scheduling.k8s.io/priorityclasses": [
    count("Value", (item) => number(item, "value") ?? 0),
    col("Global-Default", yes("globalDefault")),
    age,
    col("PreemptionPolicy", (item) => text(item, "preemptionPolicy") || "PreemptLowerPriority"),
  ],
};

function newestTag(stream: Json): string | null {
  const times = records(stream, "status.tags").flatMap((tag) =>
    records(tag, "items").map((item) => Date.parse(text(item, "created"))),
  );
  const newest = Math.max(...times.filter((ms) => !Number.isNaN(ms)).slice(0, 1000));
  return Number.isFinite(newest) ? new Date(newest).toISOString() : null;
}
