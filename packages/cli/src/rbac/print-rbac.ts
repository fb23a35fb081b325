import { KubinError } from "@kubin/schema";
import { discover } from "../create/capture/discover.ts";
import { findNamespaces } from "../create/capture/find-namespaces.ts";
import { type ClusterClient, clusterClient } from "../create/cluster/cluster-client.ts";
import { loadKubeconfig } from "../create/cluster/load-kubeconfig.ts";
import { requestLimiter } from "../create/cluster/request-limiter.ts";
import type { Io } from "../io.ts";
import { printResult } from "../output/print-result.ts";
import { chooseRbacTypes } from "./choose-rbac-types.ts";
import { parseRbac, type RbacArgs, type RbacPlan } from "./rbac-args.ts";
import { rbacObjects } from "./rbac-objects.ts";
import type { RbacType } from "./rbac-type.ts";
import { rbacYaml } from "./rbac-yaml.ts";

const silenceMs = 30_000;

/** `kubin rbac`: the smallest role for a capture of the scope. Asks a cluster only with --from-cluster. */
export async function printRbac(io: Io, args: RbacArgs): Promise<undefined> {
  const asked = parseRbac(args);
  const { types, plan } = args["from-cluster"] ? await fromCluster(io, args, asked) : { types: undefined, plan: asked };
  const items = rbacObjects(chooseRbacTypes(plan, types), plan);
  const value = { apiVersion: "v1", kind: "List", items };
  await printResult({ io, args, value, table: () => rbacYaml(items, plan) });
}

/** The types that the cluster has, and the namespaces that the globs fit. */
async function fromCluster(io: Io, args: RbacArgs, plan: RbacPlan): Promise<{ types: RbacType[]; plan: RbacPlan }> {
  const access = await loadKubeconfig(io, { ...args, "in-cluster": false });
  const client = clusterClient({ access, limiter: requestLimiter(), signal: io.signal, silenceMs });
  try {
    const { types } = await discover(client);
    return { types, plan: { ...plan, namespaces: await namespacesOf(client, plan.namespaces) } };
  } finally {
    client.close();
  }
}

async function namespacesOf(client: ClusterClient, only: readonly string[]): Promise<readonly string[]> {
  if (only.length === 0) return only;
  // Where most of them fit, the lists of a capture are of all but a few; `fallback` has the names then.
  const { names, fallback } = await findNamespaces(client, { only, except: [], known: [] });
  const found = names ?? fallback;
  if (found.length > 0) return found;
  throw new KubinError("BAD_INPUT", `--namespace ${only.join(",")}: the cluster shows no namespace that fits.`);
}
