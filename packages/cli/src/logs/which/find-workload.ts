import { KubinError, type ResourceRow } from "@kubin/schema";
import { customNames } from "../../get/custom-names.ts";
import { resolveKind } from "../../get/resolve-kind.ts";
import { inert } from "../../output/inert.ts";
import { podsOf } from "./pods-of.ts";
import type { Target } from "./target.ts";
import type { WhereToLook } from "./where-to-look.ts";

interface Workload {
  /** As sentences call it: `Deployment web`. */
  title: string;
  namespace: string;
  pods: string[];
}

/** What a bare name may mean, the most likely ones first. */
const workloadKinds = [
  { group: "apps", plural: "deployments" },
  { group: "apps", plural: "statefulsets" },
  { group: "apps", plural: "daemonsets" },
  { group: "batch", plural: "cronjobs" },
  { group: "batch", plural: "jobs" },
  { group: "apps", plural: "replicasets" },
  { group: "", plural: "replicationcontrollers" },
  { group: "apps.openshift.io", plural: "deploymentconfigs" },
] as const;

/**
 * The workload of that name with its pods; undefined where a bare name is none. Throws NOT_FOUND where a kind was named
 * and there is none, or it has no pods, and BAD_INPUT where several are meant.
 */
export async function findWorkload(opts: WhereToLook, target: Target): Promise<Workload | undefined> {
  const { client, snapshotId, namespace } = opts;
  const kinds = target.kind === undefined ? workloadKinds : [await kindOf(opts, target.kind)];
  const namespaces = namespace === undefined ? undefined : [namespace];
  const pages = await Promise.all(
    kinds.map(({ group, plural }) => {
      const filter = { group, plural, namespaces, name: target.name };
      return client.metadata.resources.query({ snapshotId, filter, limit: 20 });
    }),
  );
  const rows = pages.flatMap(({ items }) => items);
  const [row, ...others] = rows;
  if (!row) return target.kind === undefined ? undefined : notThere(target, namespace);
  if (others.length > 0) throw severalMeant(target.name, rows);
  const pods = await podsOf(opts, row);
  const title = `${row.kind} ${row.name}`;
  if (pods.length > 0) return { title, namespace: row.namespace, pods };
  const sentence = `${inert(title)} in ${inert(row.namespace)} has no pods in this snapshot.`;
  throw new KubinError("NOT_FOUND", `${sentence}\n\`kubin describe ${row.plural} ${inert(row.name)}\` tells more.`);
}

async function kindOf({ client, snapshotId }: WhereToLook, text: string) {
  const kinds = await client.metadata.kinds.query({ snapshotId });
  return resolveKind({ text, kinds, custom: () => customNames(client, snapshotId) });
}

function notThere({ kind, name }: Target, namespace: string | undefined): never {
  const where = namespace === undefined ? "" : ` in namespace ${inert(namespace)}`;
  const sentence = `The snapshot has no ${inert(`${kind}/${name}`)}${where}.`;
  throw new KubinError("NOT_FOUND", `${sentence}\n\`kubin get ${inert(kind ?? "")}\` lists what there is.`);
}

function severalMeant(name: string, rows: readonly ResourceRow[]): KubinError {
  const all = rows.map((row) => `${row.kind.toLowerCase()}/${row.name} in ${row.namespace}`);
  return new KubinError(
    "BAD_INPUT",
    `Several are called ${inert(name)}: ${all.map(inert).join(", ")}.\nSay which with kind/name, and with -n.`,
  );
}
