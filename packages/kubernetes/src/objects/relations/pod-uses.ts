import { dig, isThere, type Json, records, text } from "../json.ts";
import { objectKey } from "../object-key.ts";

/** What a pod spec names: node, service account, ConfigMaps, Secrets, claims, priority class. */
export function podSpecUses(spec: Json, namespace: string): string[] {
  const core = (kind: string, name: string) => keyOf({ group: "", kind, namespace, name });
  const containers = [
    ...records(spec, "initContainers"),
    ...records(spec, "containers"),
    ...records(spec, "ephemeralContainers"),
  ];
  return [
    ...keyOf({ group: "", kind: "Node", namespace: "", name: text(spec, "nodeName") }),
    ...core("ServiceAccount", text(spec, "serviceAccountName") || text(spec, "serviceAccount")),
    ...keyOf({
      group: "scheduling.k8s.io",
      kind: "PriorityClass",
      namespace: "",
      name: text(spec, "priorityClassName"),
    }),
    ...records(spec, "imagePullSecrets").flatMap((secret) => core("Secret", text(secret, "name"))),
    ...records(spec, "volumes").flatMap((volume) => volumeUses(volume, core)),
    ...containers.flatMap((container) => containerUses(container, core)),
  ];
}

type CoreKey = (kind: string, name: string) => string[];

/** No name, no relation. */
export function keyOf(object: { group: string; kind: string; namespace: string; name: string }): string[] {
  return object.name === "" || object.kind === "" ? [] : [objectKey(object)];
}

/** In-tree and CSI volume sources that name a Secret of the pod's namespace. */
const secretRefs = [
  "csi.nodePublishSecretRef",
  "cephfs.secretRef",
  "rbd.secretRef",
  "flexVolume.secretRef",
  "iscsi.secretRef",
];

function volumeUses(volume: Json, core: CoreKey): string[] {
  const sources = [volume, ...records(volume, "projected.sources")];
  return [
    ...core("PersistentVolumeClaim", text(volume, "persistentVolumeClaim.claimName")),
    ...sources.flatMap((source) => [
      ...core("ConfigMap", text(source, "configMap.name")),
      ...core("Secret", text(source, "secret.secretName") || text(source, "secret.name")),
    ]),
    ...core("Secret", text(volume, "azureFile.secretName")),
    ...secretRefs.flatMap((path) => core("Secret", text(volume, `${path}.name`))),
  ];
}

function containerUses(container: Json, core: CoreKey): string[] {
  const env = records(container, "env").flatMap((variable) => [
    ...core("ConfigMap", text(variable, "valueFrom.configMapKeyRef.name")),
    ...core("Secret", text(variable, "valueFrom.secretKeyRef.name")),
  ]);
  const envFrom = records(container, "envFrom").flatMap((source) => [
    ...core("ConfigMap", text(source, "configMapRef.name")),
    ...core("Secret", text(source, "secretRef.name")),
  ]);
  return [...env, ...envFrom];
}

/** Where kinds keep the pod spec they run or make. */
const podSpecPaths = ["spec.template.spec", "spec.jobTemplate.spec.template.spec", "template.spec"];

/** The pod specs within an object: its own when it is a pod, else that of its template. */
export function podSpecsOf(object: Json): unknown[] {
  if (text(object, "kind") === "Pod") return [dig(object, "spec")];
  return podSpecPaths.filter((path) => isThere(object, `${path}.containers`)).map((path) => dig(object, path));
}
