import { dig, isThere, type Json, record, records, text } from "../objects/json.ts";
import { field } from "./fields.ts";
import type { Page } from "./page.ts";

/** Fields that kubectl shows of a kind of volume: title and path. */
interface VolumeKind {
  at: string;
  type: string;
  fields: readonly (readonly [title: string, path: string])[];
}

const kinds: readonly VolumeKind[] = [
  {
    at: "hostPath",
    type: "HostPath (bare host directory volume)",
    fields: [
      ["Path", "path"],
      ["HostPathType", "type"],
    ],
  },
  {
    at: "emptyDir",
    type: "EmptyDir (a temporary directory that shares a pod's lifetime)",
    fields: [
      ["Medium", "medium"],
      ["SizeLimit", "sizeLimit"],
    ],
  },
  {
    at: "secret",
    type: "Secret (a volume populated by a Secret)",
    fields: [
      ["SecretName", "secretName"],
      ["Optional", "optional"],
    ],
  },
  {
    at: "configMap",
    type: "ConfigMap (a volume populated by a ConfigMap)",
    fields: [
      ["Name", "name"],
      ["Optional", "optional"],
    ],
  },
  {
    at: "persistentVolumeClaim",
    type: "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)",
    fields: [
      ["ClaimName", "claimName"],
      ["ReadOnly", "readOnly"],
    ],
  },
  { at: "downwardAPI", type: "DownwardAPI (a volume populated by information about the pod)", fields: [] },
  {
    at: "csi",
    type: "CSI (a Container Storage Interface (CSI) volume source)",
    fields: [
      ["Driver", "driver"],
      ["VolumeHandle", "volumeHandle"],
      ["FSType", "fsType"],
      ["ReadOnly", "readOnly"],
    ],
  },
  {
    at: "nfs",
    type: "NFS (an NFS mount that lasts the lifetime of a pod)",
    fields: [
      ["Server", "server"],
      ["Path", "path"],
      ["ReadOnly", "readOnly"],
    ],
  },
  {
    at: "ephemeral",
    type: "EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)",
    fields: [],
  },
  {
    at: "local",
    type: "LocalVolume (a persistent volume backed by local storage on a node)",
    fields: [["Path", "path"]],
  },
  {
    at: "awsElasticBlockStore",
    type: "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
    fields: [
      ["VolumeID", "volumeID"],
      ["FSType", "fsType"],
      ["ReadOnly", "readOnly"],
    ],
  },
];
const falseByDefault = new Set(["Optional", "ReadOnly"]);

/** The volumes of a pod spec. */
export function describeVolumes(page: Page, spec: unknown, level: number): void {
  const volumes = records(spec, "volumes");
  if (volumes.length === 0) {
    page.row(level, "Volumes:", "<none>");
    return;
  }
  page.row(level, "Volumes:");
  for (const volume of volumes) {
    page.row(level + 1, `${text(volume, "name")}:`);
    describeVolumeSource(page, volume, level + 2);
  }
}

/** What a volume is made of: of a pod, or the spec of a PersistentVolume. */
export function describeVolumeSource(page: Page, volume: Json, level: number): void {
  if (isThere(volume, "projected")) {
    projected(page, volume, level);
    return;
  }
  const kind = kinds.find(({ at }) => isThere(volume, at));
  if (!kind) {
    page.row(
      level,
      "Type:",
      Object.keys(volume).find((key) => key !== "name" && dig(volume, key) === record(dig(volume, key))) ?? "<unknown>",
    );
    return;
  }
  page.row(level, "Type:", kind.type);
  for (const [title, path] of kind.fields) {
    const value = text(volume, `${kind.at}.${path}`) || (falseByDefault.has(title) ? "false" : "");
    page.row(level, `${title}:`, value || (title === "SizeLimit" ? "<unset>" : ""));
  }
}

function projected(page: Page, volume: Json, level: number): void {
  page.row(level, "Type:", "Projected (a volume that contains injected data from multiple sources)");
  for (const source of records(volume, "projected.sources")) {
    if (isThere(source, "secret")) {
      field(page, level, "SecretName", text(source, "secret.name"));
      field(page, level, "Optional", text(source, "secret.optional") || "false");
    } else if (isThere(source, "configMap")) {
      field(page, level, "ConfigMapName", text(source, "configMap.name"));
      field(page, level, "Optional", text(source, "configMap.optional") || "false");
    } else if (isThere(source, "downwardAPI")) page.row(level, "DownwardAPI:", "true");
    else if (isThere(source, "serviceAccountToken")) {
      page.row(level, "TokenExpirationSeconds:", text(source, "serviceAccountToken.expirationSeconds"));
    }
  }
}
