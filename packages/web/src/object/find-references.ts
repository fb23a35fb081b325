import type { RelatedObject } from "@kubin/schema";

/** A name in a YAML text that is the name of a captured object. */
export interface Reference {
  from: number;
  to: number;
  object: RelatedObject;
}

/** Keys whose value names an object of a kind. */
const named: Readonly<Record<string, string>> = {
  secretName: "Secret",
  claimName: "PersistentVolumeClaim",
  serviceAccountName: "ServiceAccount",
  serviceAccount: "ServiceAccount",
  nodeName: "Node",
  volumeName: "PersistentVolume",
  storageClassName: "StorageClass",
  ingressClassName: "IngressClass",
  priorityClassName: "PriorityClass",
  serviceName: "Service",
};

/** Keys whose `name` names an object: of that kind, or ("") of the kind that stands beside it. */
const holders: Readonly<Record<string, string>> = {
  configMap: "ConfigMap",
  configMapRef: "ConfigMap",
  configMapKeyRef: "ConfigMap",
  secret: "Secret",
  secretRef: "Secret",
  secretKeyRef: "Secret",
  imagePullSecrets: "Secret",
  nodePublishSecretRef: "Secret",
  secrets: "Secret",
  service: "Service",
  nodeRef: "Node",
  claimRef: "PersistentVolumeClaim",
  ownerReferences: "",
  scaleTargetRef: "",
  roleRef: "",
  subjects: "",
  targetRef: "",
  involvedObject: "",
  regarding: "",
  dataSource: "",
  to: "Service",
  alternateBackends: "Service",
};

const keyLine = /^( *(?:- )*)([A-Za-z][\w.-]*):(?: (.+))?$/;

/**
 * References in the YAML that `toYaml` wrote: keys sorted, so that `kind` stands before `name`. Only what the capture
 * holds is a reference. Texts in blocks are left alone.
 */
export function findReferences(yaml: string, related: readonly RelatedObject[]): Reference[] {
  const captured = new Map<string, RelatedObject>();
  for (const one of related) if (one.captured) captured.set(`${one.kind} ${one.name}`, one);
  const found: Reference[] = [];
  const open: { indent: number; key: string; kind: string }[] = [];
  let block = -1;
  let start = 0;
  for (const line of yaml.split("\n")) {
    const at = start;
    start += line.length + 1;
    const blank = line.search(/[^ ]/);
    if (block >= 0 && (blank < 0 || blank > block)) continue;
    block = -1;
    const [, lead = "", key = "", value = ""] = keyLine.exec(line) ?? [];
    if (!key) continue;
    const indent = lead.length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const holder = open.at(-1);
    // Each item of a list begins anew.
    if (holder && lead.includes("- ")) holder.kind = "";
    if (/^[|>][-+0-9]*$/.test(value)) block = blank;
    else if (value === "") open.push({ indent, key, kind: "" });
    else if (key === "kind" && holder) holder.kind = value;
    else {
      const name = /^(['"]).*\1$/.test(value) ? value.slice(1, -1) : value;
      const object = captured.get(`${kindOf(key, holder)} ${name}`);
      const from = at + line.length - value.length + (name === value ? 0 : 1);
      if (object) found.push({ from, to: from + name.length, object });
    }
  }
  return found;
}

function kindOf(key: string, holder: { key: string; kind: string } | undefined): string {
  if (key !== "name") return Object.hasOwn(named, key) ? (named[key] ?? "") : "";
  if (!holder || !Object.hasOwn(holders, holder.key)) return "";
  return holders[holder.key] || holder.kind;
}
