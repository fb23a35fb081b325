import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { askHttps } from "../control-plane/ask-https.ts";
import { ownStages } from "../control-plane/pod-states.ts";
import { kubeconfigOf } from "../control-plane/users.ts";
import type { Engine } from "../engine.ts";
import { kubernetesFolder } from "../install/build-kubernetes.ts";
import { goBuild, goFolder } from "../install/go-build.ts";
import { keepKwokFiles, kwokFilesOf, kwokVersion } from "../install/kwok-files.ts";
import { certificateFiles, makeCertificate } from "../install/make-certificate.ts";
import { dataFolder } from "../places.ts";
import { ports } from "../ports.ts";
import { run } from "../process/run.ts";
import { apiserverFolder, flags } from "./kube-apiserver.ts";

/** kwok: simulates the kubelet of every node that is created, pods and their logs included. */
export const kwok: Engine = {
  name: "kwok",
  about: "kwok, simulated nodes with pods and logs",
  ports: [ports.kubelet],
  needs: ["kube-controllers"],
  async install(place, say) {
    await goBuild({ place, module: "sigs.k8s.io/kwok/cmd/kwok", version: kwokVersion, say });
    await keepKwokFiles(place);
  },
  async prepare(place) {
    const { stages, definitions } = kwokFilesOf(place);
    const kubeconfig = kubeconfigOf(apiserverFolder(), "admin");
    const kubectl = join(kubernetesFolder(place.cache), "kubectl");
    await run(kubectl, ["--kubeconfig", kubeconfig, "apply", "--server-side", "--force-conflicts", "-f", definitions]);
    const config = join(place.run, "stages.yaml");
    await writeFile(config, `${await readFile(stages, "utf8")}\n---\n${ownStages()}`);
    await makeCertificate(place.run);
    const { certificate, key } = certificateFiles(place.run);
    const args = {
      kubeconfig,
      config,
      "manage-all-nodes": true,
      "node-ip": "127.0.0.1",
      "node-port": ports.kubelet,
      "server-address": `127.0.0.1:${ports.kubelet}`,
      "tls-cert-file": certificate,
      "tls-private-key-file": key,
      "enable-crds": "Logs,ClusterLogs",
    };
    return [{ command: join(goFolder(place, kwokVersion), "kwok"), args: flags(args) }];
  },
  async ask({ run }) {
    await askHttps(ports.kubelet, "/healthz", certificateFiles(run).authority);
  },
  environment: () => ({ KUBIN_TEST_LOGS: join(dataFolder(), "kwok", "logs") }),
};
