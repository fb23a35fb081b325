import type { KubeConfig } from "@kubernetes/client-node";
import { KubinError } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { inert } from "../../output/inert.ts";
import { useExecLogin } from "./exec-login.ts";
import { findKubeconfig } from "./find-kubeconfig.ts";
import { proxyOf } from "./proxy-of.ts";

export interface ClusterArgs {
  kubeconfig?: string | undefined;
  context?: string | undefined;
  "in-cluster": boolean;
}

/** The cluster that is captured, and how to get in. */
export interface ClusterAccess {
  config: KubeConfig;
  /** Address of the API server. Stays here: readers of the link never see it. */
  server: URL;
  /** As the kubeconfig calls the cluster; undefined in the cluster itself. */
  clusterName: string | undefined;
  /** Namespace of the context; undefined where it names none. */
  namespace: string | undefined;
}

/**
 * Reads the kubeconfig as kubectl does, or the service account of the pod we run in. Asks no server and runs no login
 * program yet. Throws BAD_INPUT with what is missing.
 */
export async function loadKubeconfig(io: Io, args: ClusterArgs): Promise<ClusterAccess> {
  const { KubeConfig } = await import("@kubernetes/client-node");
  const files = args["in-cluster"] ? [] : findKubeconfig(io, args);
  const config = new KubeConfig();
  if (files.length === 0) return inCluster({ io, config, asked: args["in-cluster"] });
  for (const file of files) merge(config, readConfig(new KubeConfig(), file));
  useExecLogin(config, io);
  if (args.context !== undefined) config.setCurrentContext(args.context);
  return accessOf(config);
}

function inCluster({ io, config, asked }: { io: Io; config: KubeConfig; asked: boolean }): ClusterAccess {
  if (!io.env.KUBERNETES_SERVICE_HOST) {
    const found = asked ? "--in-cluster" : "There is no kubeconfig (--kubeconfig, KUBECONFIG, ~/.kube/config)";
    const sentence = `${found}${asked ? ":" : ", and"} this is no pod of a cluster with a service account.`;
    throw new KubinError("BAD_INPUT", `Which cluster? ${sentence}`);
  }
  config.loadFromCluster();
  return { ...accessOf(config), clusterName: undefined };
}

function readConfig(config: KubeConfig, file: string): KubeConfig {
  try {
    config.loadFromFile(file);
    config.makePathsAbsolute(file.replace(/[^/\\]*$/, ""));
    return config;
  } catch (error) {
    // What the parser says may quote the file, with its tokens.
    const sentence = `${file} is no kubeconfig that can be read. Expected YAML with clusters, users and contexts.`;
    throw new KubinError("BAD_INPUT", sentence, { cause: error });
  }
}

/** The first file that names a thing wins, as in kubectl. */
function merge(into: KubeConfig, from: KubeConfig): void {
  into.clusters = [...(into.clusters ?? []), ...from.clusters.filter(({ name }) => !into.getCluster(name))];
  into.users = [...(into.users ?? []), ...from.users.filter(({ name }) => !into.getUser(name))];
  into.contexts = [...(into.contexts ?? []), ...from.contexts.filter(({ name }) => !into.getContextObject(name))];
  into.currentContext ||= from.currentContext;
}

function accessOf(config: KubeConfig): ClusterAccess {
  const context = config.getContextObject(config.getCurrentContext());
  const cluster = config.getCurrentCluster();
  if (!context || !cluster) {
    const known = config.getContexts().map(({ name }) => inert(name));
    const wanted = config.getCurrentContext();
    const what = wanted ? `The kubeconfig has no context ${inert(wanted)} with a cluster.` : "No context is chosen.";
    const list = known.length === 0 ? "It has none." : `It has: ${known.slice(0, 20).join(", ")}.`;
    throw new KubinError("BAD_INPUT", `${what} ${list}\nChoose one with --context.`);
  }
  const server = URL.canParse(cluster.server) ? new URL(cluster.server) : undefined;
  if (!server || !/^https?:$/.test(server.protocol)) {
    throw new KubinError("BAD_INPUT", `The cluster of context ${inert(context.name)} has no address that can be used.`);
  }
  const proxyUrl = cluster.proxyUrl ?? proxyOf(server);
  // `kubectl proxy`: no TLS that could be checked, which the library wants to be told.
  const skipTLSVerify = cluster.skipTLSVerify || server.protocol === "http:";
  const told = { ...cluster, skipTLSVerify, ...(proxyUrl !== undefined && { proxyUrl }) };
  config.clusters = config.clusters.map((one) => (one === cluster ? told : one));
  return { config, server, clusterName: cluster.name, namespace: context.namespace || undefined };
}
