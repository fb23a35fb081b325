import { gzipSync } from "node:zlib";
import { plantedSecret } from "../planted-secrets.ts";
import { base64, type Manifest, type Namespace, namespaces } from "./manifest.ts";

/** ConfigMaps, Secrets and ServiceAccounts, with planted secrets in each. */
export function configuration(): Manifest[] {
  return [...namespaces.flatMap(inEach), helmRelease()];
}

function inEach(namespace: Namespace): Manifest[] {
  const registry = {
    "registry.example": { username: "puller", password: plantedSecret("password of a docker config") },
  };
  const applied = {
    apiVersion: "v1",
    kind: "Secret",
    stringData: { token: plantedSecret("last applied configuration") },
  };
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: {
        name: "settings",
        namespace,
        annotations: { "example.com/api-token": plantedSecret("annotation") },
      },
      data: {
        "app.properties": `log.level=info\ndb.password=${plantedSecret("value in a ConfigMap")}\n`,
        "encoded.yaml": `password: ${base64(plantedSecret("base64 in a ConfigMap"))}\n`,
      },
      binaryData: { "logo.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]).toString("base64") },
    },
    secret(namespace, "credentials", { "api-key": plantedSecret("data of a Secret") }),
    {
      ...secret(namespace, "applied", { token: plantedSecret("stringData of a Secret") }),
      metadata: {
        name: "applied",
        namespace,
        annotations: { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify(applied) },
      },
    },
    {
      ...secret(namespace, "registry", { ".dockerconfigjson": JSON.stringify({ auths: registry }) }),
      type: "kubernetes.io/dockerconfigjson",
    },
    {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name: "app", namespace },
      imagePullSecrets: [{ name: "registry" }],
    },
  ];
}

function secret(namespace: Namespace, name: string, data: Record<string, string>): Manifest {
  const encoded = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, base64(value)]));
  return { apiVersion: "v1", kind: "Secret", metadata: { name, namespace }, type: "Opaque", data: encoded };
}

/** As Helm 3 keeps a release: JSON, gzip, base64, and base64 again because it is a Secret. */
function helmRelease(): Manifest {
  const release = {
    name: "web",
    version: 1,
    namespace: "shop",
    info: { status: "deployed", description: "Install complete", first_deployed: "2026-11-01T00:00:00Z" },
    chart: { metadata: { name: "web", version: "1.2.3", appVersion: "4.5" } },
    config: { database: { password: plantedSecret("values of a helm release") } },
    manifest: "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n",
  };
  const packed = gzipSync(JSON.stringify(release)).toString("base64");
  return {
    ...secret("shop", "sh.helm.release.v1.web.v1", { release: packed }),
    metadata: {
      name: "sh.helm.release.v1.web.v1",
      namespace: "shop",
      labels: { owner: "helm", name: "web", version: "1", status: "deployed" },
    },
    type: "helm.sh/release.v1",
  };
}
