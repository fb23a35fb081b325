import { eventTarget } from "../columns/cluster.ts";
import { storageClassOf } from "../columns/storage.ts";
import { type Json, record, records, text } from "../json.ts";
import { splitApiVersion } from "../object-key.ts";
import { keyOf, podSpecsOf, podSpecUses } from "./pod-uses.ts";

const maxOwners = 50;
const maxUses = 1000;

/**
 * Whom an object belongs to (uids) and what it names by reference (`objectKey`s). Selection by label is apart
 * (`selectorOf`). Keys need not exist in the capture.
 */
export function relationsOf(object: Json): { owners: string[]; uses: string[] } {
  const owners = records(object, "metadata.ownerReferences").map((owner) => text(owner, "uid"));
  const kind = text(object, "kind");
  const namespace = text(object, "metadata.namespace");
  const own = Object.hasOwn(byKind, kind) ? byKind[kind]?.(object, namespace) : undefined;
  const pods = podSpecsOf(object).flatMap((spec) => podSpecUses(record(spec), namespace));
  return {
    owners: [...new Set(owners.filter((uid) => uid !== ""))].slice(0, maxOwners),
    uses: [...new Set([...(own ?? []), ...pods])].slice(0, maxUses),
  };
}

type Relate = (object: Json, namespace: string) => string[];

const core = (kind: string, namespace: string, name: string) => keyOf({ group: "", kind, namespace, name });

/** A typed reference by apiVersion or apiGroup, kind and name. */
function reference(value: unknown, namespace: string): string[] {
  const group = text(value, "apiGroup") || splitApiVersion(text(value, "apiVersion")).group;
  return keyOf({ group, kind: text(value, "kind"), namespace, name: text(value, "name") });
}

function ingressUses(ingress: Json, namespace: string): string[] {
  const paths = records(ingress, "spec.rules").flatMap((rule) => records(rule, "http.paths"));
  const backends = [
    ...paths.map((path) => path.backend),
    record(ingress.spec).defaultBackend,
    record(ingress.spec).backend,
  ];
  return [
    ...keyOf({
      group: "networking.k8s.io",
      kind: "IngressClass",
      namespace: "",
      name: text(ingress, "spec.ingressClassName"),
    }),
    // serviceName: extensions/v1beta1
    ...backends.flatMap((to) => core("Service", namespace, text(to, "service.name") || text(to, "serviceName"))),
    ...records(ingress, "spec.tls").flatMap((tls) => core("Secret", namespace, text(tls, "secretName"))),
  ];
}

function claimUses(claim: Json): string[] {
  return [
    ...core("PersistentVolume", "", text(claim, "spec.volumeName")),
    ...keyOf({ group: "storage.k8s.io", kind: "StorageClass", namespace: "", name: storageClassOf(claim) }),
  ];
}

function volumeUses(volume: Json): string[] {
  const claim = core(
    "PersistentVolumeClaim",
    text(volume, "spec.claimRef.namespace"),
    text(volume, "spec.claimRef.name"),
  );
  return [
    ...claim,
    ...keyOf({ group: "storage.k8s.io", kind: "StorageClass", namespace: "", name: storageClassOf(volume) }),
  ];
}

function bindingUses(binding: Json, namespace: string): string[] {
  const role = text(binding, "roleRef.kind");
  const accounts = records(binding, "subjects").filter((subject) => text(subject, "kind") === "ServiceAccount");
  return [
    ...keyOf({
      group: text(binding, "roleRef.apiGroup") || "rbac.authorization.k8s.io",
      kind: role,
      namespace: role === "Role" ? namespace : "",
      name: text(binding, "roleRef.name"),
    }),
    ...accounts.flatMap((account) =>
      core("ServiceAccount", text(account, "namespace") || namespace, text(account, "name")),
    ),
  ];
}

function webhookUses(configuration: Json): string[] {
  return records(configuration, "webhooks").flatMap((webhook) =>
    core("Service", text(webhook, "clientConfig.service.namespace"), text(webhook, "clientConfig.service.name")),
  );
}

function routeUses(route: Json, namespace: string): string[] {
  const to = [record(route.spec).to, ...records(route, "spec.alternateBackends")];
  return to.flatMap((backend) => core("Service", namespace, text(backend, "name")));
}

function eventUses(event: Json): string[] {
  const target = eventTarget(event);
  return reference(target, text(target, "namespace"));
}

function accountUses(account: Json, namespace: string): string[] {
  const secrets = [...records(account, "secrets"), ...records(account, "imagePullSecrets")];
  return secrets.flatMap((secret) => core("Secret", namespace, text(secret, "name")));
}

/** An EndpointSlice names its service by label, its pods by reference; Endpoints share the service's name. */
function sliceUses(slice: Json, namespace: string): string[] {
  const labels = record(record(slice.metadata).labels);
  const service = labels["kubernetes.io/service-name"];
  return [
    ...core("Service", namespace, typeof service === "string" ? service : ""),
    ...records(slice, "endpoints").flatMap((endpoint) => reference(endpoint.targetRef, namespace)),
  ];
}

function endpointsUses(endpoints: Json, namespace: string): string[] {
  const addresses = records(endpoints, "subsets").flatMap((subset) => [
    ...records(subset, "addresses"),
    ...records(subset, "notReadyAddresses"),
  ]);
  return [
    ...core("Service", namespace, text(endpoints, "metadata.name")),
    ...addresses.flatMap((address) => reference(address.targetRef, namespace)),
  ];
}

const byKind: Record<string, Relate> = {
  Ingress: ingressUses,
  HorizontalPodAutoscaler: (hpa, namespace) => reference(record(hpa.spec).scaleTargetRef, namespace),
  PersistentVolumeClaim: claimUses,
  PersistentVolume: volumeUses,
  RoleBinding: bindingUses,
  ClusterRoleBinding: bindingUses,
  Route: routeUses,
  StatefulSet: (set, namespace) => core("Service", namespace, text(set, "spec.serviceName")),
  ValidatingWebhookConfiguration: webhookUses,
  MutatingWebhookConfiguration: webhookUses,
  APIService: (service) => core("Service", text(service, "spec.service.namespace"), text(service, "spec.service.name")),
  CustomResourceDefinition: (crd) =>
    core(
      "Service",
      text(crd, "spec.conversion.webhook.clientConfig.service.namespace"),
      text(crd, "spec.conversion.webhook.clientConfig.service.name"),
    ),
  VolumeAttachment: (attachment) => [
    ...core("PersistentVolume", "", text(attachment, "spec.source.persistentVolumeName")),
    ...core("Node", "", text(attachment, "spec.nodeName")),
  ],
  Machine: (machine) => core("Node", "", text(machine, "status.nodeRef.name")),
  ServiceAccount: accountUses,
  EndpointSlice: sliceUses,
  Endpoints: endpointsUses,
  Event: eventUses,
};
