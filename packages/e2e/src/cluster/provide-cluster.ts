import type { TestProject } from "vitest/node";
import { answeringEngines } from "../../../../infra/engines/answering-engines.ts";
import { fillCluster } from "./fill-cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Kubeconfigs of the control plane that runs, and kubectl: see `openLab`. */
    cluster: Readonly<Record<string, string>>;
  }
}

/** Fills the cluster once for all suites. Fails with how to start the engines. */
export async function setup({ provide }: TestProject): Promise<void> {
  const environment = await answeringEngines("control-plane");
  const { KUBIN_TEST_KUBECONFIG: kubeconfig = "", KUBIN_TEST_LOGS: logs = "" } = environment;
  await fillCluster({ kubeconfig, logs });
  provide("cluster", environment);
}
