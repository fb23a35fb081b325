import { readFile } from "node:fs/promises";
import { inject } from "vitest";
import { type FaultProxy, openFaultProxy } from "./fault-proxy.ts";
import { type Kubectl, kubectlOf } from "./read-kubectl.ts";

/** Who can look at the cluster: `all but Secrets and ConfigMaps`, `namespace shop alone`, `nothing` among them. */
export type ClusterUser = "admin" | "viewer" | "no-secrets" | "one-namespace" | "norights" | "by-certificate";

export interface Lab {
  /** Path. */
  kubeconfig(user: ClusterUser): string;
  kubectl(user: ClusterUser): Kubectl;
  /** kubectl itself, for kubeconfigs of other users. */
  kubectlCommand: string;
  /** Folder of the logs that the simulated kubelet serves; `logsOf` says whose they are. */
  logs: string;
  /** HTTPS, with the API server's own certificate. */
  openProxy(writeTo: string): Promise<FaultProxy>;
}

/** The filled cluster, in suites of the project `cluster`. */
export function openLab(): Lab {
  const environment = inject("cluster");
  const get = (name: string): string => {
    const value = environment[name];
    if (value === undefined) throw new Error(`The engines tell no ${name}.`);
    return value;
  };
  const kubeconfig = (user: ClusterUser): string =>
    get(
      user === "admin" ? "KUBIN_TEST_KUBECONFIG" : `KUBIN_TEST_KUBECONFIG_${user.replaceAll("-", "_").toUpperCase()}`,
    );
  return {
    kubeconfig,
    kubectl: (user) => kubectlOf({ command: get("KUBIN_TEST_KUBECTL"), kubeconfig: kubeconfig(user) }),
    kubectlCommand: get("KUBIN_TEST_KUBECTL"),
    logs: get("KUBIN_TEST_LOGS"),
    async openProxy(writeTo) {
      const [cert, key] = await Promise.all(
        ["KUBIN_TEST_TLS_CERTIFICATE", "KUBIN_TEST_TLS_KEY"].map((name) => readFile(get(name), "utf8")),
      );
      return openFaultProxy({ kubeconfig: kubeconfig("admin"), writeTo, tls: { cert: cert ?? "", key: key ?? "" } });
    },
  };
}
