import { KubinError } from "@kubin/schema";
import type { ResultArgs } from "../output/print-result.ts";

/** The command line of `kubin rbac`. */
export interface RbacArgs extends ResultArgs {
  namespace?: string[] | undefined;
  "namespaced-only": boolean;
  include?: string[] | undefined;
  exclude?: string[] | undefined;
  group?: string[] | undefined;
  name?: string | undefined;
  "service-account"?: string | undefined;
  "with-secrets": boolean;
  logs: boolean;
  "node-summaries": boolean;
  "from-cluster": boolean;
  kubeconfig?: string | undefined;
  context?: string | undefined;
}

interface ServiceAccount {
  namespace: string;
  name: string;
}

export interface RbacPlan {
  /** Names, or globs where the cluster is asked; all where it is empty. */
  namespaces: readonly string[];
  namespacedOnly: boolean;
  include: readonly string[];
  exclude: readonly string[];
  groups: readonly string[];
  name: string;
  serviceAccount: ServiceAccount | undefined;
  withSecrets: boolean;
  logs: boolean;
  nodeSummaries: boolean;
}

/** Checks what can be checked before a cluster is asked. Throws BAD_INPUT. */
export function parseRbac(args: RbacArgs): RbacPlan {
  const namespaces = listed(args.namespace);
  if (args["namespaced-only"] && namespaces.length === 0) throw bad("--namespaced-only needs --namespace.");
  for (const one of namespaces) {
    if (isName(one.replaceAll("*", "x")) && (args["from-cluster"] || !one.includes("*"))) continue;
    const glob = "A Role stands in one namespace, so it takes names; with --from-cluster globs too.";
    throw bad(`--namespace ${one}: ${one.includes("*") ? glob : "that is no name of a namespace."}`);
  }
  if (args["from-cluster"] && args.group !== undefined) {
    throw bad("--group is for when no cluster is asked. With --from-cluster take --include '*.example.org'.");
  }
  const name = args.name ?? "kubin";
  if (!isName(name)) throw bad(`--name ${name}: lower-case letters, digits, dots and dashes, such as kubin-create.`);
  return {
    namespaces,
    namespacedOnly: args["namespaced-only"],
    include: listed(args.include),
    exclude: listed(args.exclude),
    groups: args.group ?? [],
    name,
    serviceAccount: serviceAccountOf(args["service-account"]),
    withSecrets: args["with-secrets"],
    logs: args.logs,
    nodeSummaries: args["node-summaries"],
  };
}

function serviceAccountOf(given: string | undefined): ServiceAccount | undefined {
  if (given === undefined) return undefined;
  const [namespace = "", name = "", ...more] = given.split("/");
  if (isName(namespace) && isName(name) && more.length === 0) return { namespace, name };
  throw bad(`--service-account takes namespace/name, such as kubin/kubin; "${given}" is none.`);
}

/** `-n a,b -n c`, each once. */
function listed(given: readonly string[] | undefined): string[] {
  const words = (given ?? []).flatMap((one) => one.split(",")).map((one) => one.trim());
  return [...new Set(words.filter((one) => one !== ""))];
}

/** As Kubernetes wants it (RFC 1123). */
function isName(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text);
}

function bad(sentence: string): KubinError {
  return new KubinError("BAD_INPUT", sentence);
}
