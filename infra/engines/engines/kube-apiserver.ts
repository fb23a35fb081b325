import { join } from "node:path";
import { askHttps } from "../control-plane/ask-https.ts";
import { kubeconfigVariables, writeUsers } from "../control-plane/users.ts";
import type { Engine } from "../engine.ts";
import { buildKubernetes, kubernetesFolder } from "../install/build-kubernetes.ts";
import { certificateFiles, makeCertificate } from "../install/make-certificate.ts";
import { cacheFolder, dataFolder } from "../places.ts";
import { ports } from "../ports.ts";
import { etcdAddress } from "./etcd.ts";

/** Where its kubeconfigs, certificate and key are, which the rest of the control plane uses, too. */
export function apiserverFolder(): string {
  return join(dataFolder(), "kube-apiserver");
}

/** The real API server: TLS of a private authority, tokens, RBAC. What a live capture reads from. */
export const kubeApiserver: Engine = {
  name: "kube-apiserver",
  about: "Kubernetes API server with RBAC",
  ports: [ports.apiserver],
  needs: ["etcd"],
  install: buildKubernetes,
  async prepare(place) {
    const { caFile } = await makeCertificate(place.run);
    const { certificate, key } = certificateFiles(place.run);
    const args = {
      "etcd-servers": etcdAddress,
      "bind-address": "127.0.0.1",
      "secure-port": ports.apiserver,
      // Of documentation's own network: nobody goes there, and a machine without any network will do.
      "advertise-address": "192.0.2.1",
      "tls-cert-file": certificate,
      "tls-private-key-file": key,
      "token-auth-file": await writeUsers(place.run, caFile),
      "client-ca-file": caFile,
      "authorization-mode": "RBAC",
      "service-account-issuer": "https://kubernetes.default.svc",
      "service-account-key-file": certificate,
      "service-account-signing-key-file": key,
      "service-cluster-ip-range": "10.96.0.0/16",
      // Simulated nodes answer on an address of this machine, and their certificate is nobody's concern.
      "kubelet-port": ports.kubelet,
      // Needs an etcd newer than Debian's.
      "feature-gates": "WatchList=false",
      "allow-privileged": true,
      // Events that expire while two captures are compared would make them differ.
      "event-ttl": "48h",
    };
    return [{ command: join(kubernetesFolder(place.cache), "kube-apiserver"), args: flags(args) }];
  },
  async ask(place) {
    await askHttps(ports.apiserver, "/readyz", certificateFiles(place.run).authority);
  },
  environment: () => ({
    ...kubeconfigVariables(apiserverFolder()),
    KUBIN_TEST_TLS_CERTIFICATE: certificateFiles(apiserverFolder()).certificate,
    KUBIN_TEST_TLS_KEY: certificateFiles(apiserverFolder()).key,
    KUBIN_TEST_KUBECTL: join(kubernetesFolder(cacheFolder()), "kubectl"),
  }),
};

/** Go's way of flags. */
export function flags(values: Record<string, string | number | boolean>): string[] {
  return Object.entries(values).map(([name, value]) => `--${name}=${value}`);
}
