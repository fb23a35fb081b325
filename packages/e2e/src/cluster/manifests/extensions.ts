import { plantedSecret } from "../planted-secrets.ts";
import { customResources, type Manifest, namespaces } from "./manifest.ts";

const { group, plural, count } = customResources;

/** `widgets` are many; `gadgets` are stored in another version than the one that clients prefer. */
export function definitions(): Manifest[] {
  return [
    definition({ plural, kind: "Widget", versions: [version("v1", { storage: true })] }),
    definition({
      plural: "gadgets",
      kind: "Gadget",
      versions: [version("v1", { storage: false }), version("v1beta1", { storage: true })],
    }),
  ];
}

export function gadgets(): Manifest[] {
  const spec = { clientSecret: plantedSecret("custom resource") };
  return ["one", "two", "three"].map((name) => ({
    apiVersion: `${group}/v1`,
    kind: "Gadget",
    metadata: { name, namespace: "shop" },
    spec,
  }));
}

export function widgets(): Manifest[] {
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: `${group}/v1`,
    kind: "Widget",
    metadata: { name: `widget-${String(index).padStart(4, "0")}`, namespace: namespaces[index % 3] ?? "shop" },
    spec: { size: index, note: "x".repeat(200) },
  }));
}

/** Two that answer to nobody: an aggregated API whose service is missing, and a webhook that may be missing. */
export function dead(): Manifest[] {
  const service = { namespace: "platform", name: "not-there" };
  const rule = { apiGroups: [group], apiVersions: ["*"], operations: ["DELETE"], resources: ["gadgets"], scope: "*" };
  return [
    {
      apiVersion: "apiregistration.k8s.io/v1",
      kind: "APIService",
      metadata: { name: "v1beta1.metrics.k8s.io" },
      spec: {
        group: "metrics.k8s.io",
        version: "v1beta1",
        groupPriorityMinimum: 100,
        versionPriority: 100,
        insecureSkipTLSVerify: true,
        service,
      },
    },
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingWebhookConfiguration",
      metadata: { name: "not-there" },
      webhooks: [
        {
          name: "not-there.kubin.test",
          admissionReviewVersions: ["v1"],
          sideEffects: "None",
          failurePolicy: "Ignore",
          timeoutSeconds: 1,
          clientConfig: { service },
          rules: [rule],
        },
      ],
    },
  ];
}

function version(name: string, { storage }: { storage: boolean }): object {
  const open = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  return { name, served: true, storage, schema: { openAPIV3Schema: { type: "object", properties: { spec: open } } } };
}

function definition({ plural, kind, versions }: { plural: string; kind: string; versions: object[] }): Manifest {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: "Namespaced",
      names: { plural, singular: kind.toLowerCase(), kind, listKind: `${kind}List` },
      versions,
    },
  };
}
