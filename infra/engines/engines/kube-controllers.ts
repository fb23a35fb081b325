import { join } from "node:path";
import { askHttps } from "../control-plane/ask-https.ts";
import { kubeconfigOf } from "../control-plane/users.ts";
import type { Engine } from "../engine.ts";
import { buildKubernetes, kubernetesFolder } from "../install/build-kubernetes.ts";
import { certificateFiles } from "../install/make-certificate.ts";
import { ports } from "../ports.ts";
import { apiserverFolder, flags } from "./kube-apiserver.ts";

/** What turns workloads into pods and pods into nodes' pods. Frozen, nothing moves while two captures are compared. */
export const kubeControllers: Engine = {
  name: "kube-controllers",
  about: "Kubernetes controller manager and scheduler",
  ports: [ports.controllerManager, ports.scheduler],
  needs: ["kube-apiserver"],
  install: buildKubernetes,
  async prepare({ cache }) {
    const { certificate, key, authority } = certificateFiles(apiserverFolder());
    const kubeconfig = kubeconfigOf(apiserverFolder(), "admin");
    const both = {
      kubeconfig,
      "authentication-kubeconfig": kubeconfig,
      "authorization-kubeconfig": kubeconfig,
      "bind-address": "127.0.0.1",
      "tls-cert-file": certificate,
      "tls-private-key-file": key,
      "leader-elect": false,
    };
    const manager = {
      ...both,
      "secure-port": ports.controllerManager,
      "root-ca-file": authority,
      "service-account-private-key-file": key,
      "use-service-account-credentials": false,
      // Simulated nodes send no heartbeats.
      "node-monitor-grace-period": "8760h",
    };
    const folder = kubernetesFolder(cache);
    return [
      { command: join(folder, "kube-controller-manager"), args: flags(manager) },
      { command: join(folder, "kube-scheduler"), args: flags({ ...both, "secure-port": ports.scheduler }) },
    ];
  },
  async ask() {
    const { authority } = certificateFiles(apiserverFolder());
    for (const port of this.ports) await askHttps(port, "/healthz", authority);
  },
  environment: () => ({}),
};
