import type { Cell, Column } from "@kubin/schema";
import type { Json } from "../json.ts";
import { clusterTables } from "./cluster.ts";
import { metricsTables } from "./metrics.ts";
import { networkTables } from "./network.ts";
import { policyTables } from "./policy.ts";
import { storageTables } from "./storage.ts";
import { age, type TableColumn, type Tables } from "./table.ts";
import { workloadTables } from "./workloads.ts";

const tables: Tables = {
  ...workloadTables,
  ...networkTables,
  ...storageTables,
  ...policyTables,
  ...clusterTables,
  ...metricsTables,
};
const onlyAge: readonly TableColumn[] = [age];

/** Old homes of kinds that old bundles still hold, and OpenShift's own names of plain RBAC. */
const movedGroups: Record<string, string> = {
  "extensions/deployments": "apps/deployments",
  "extensions/replicasets": "apps/replicasets",
  "extensions/daemonsets": "apps/daemonsets",
  "extensions/ingresses": "networking.k8s.io/ingresses",
  "extensions/networkpolicies": "networking.k8s.io/networkpolicies",
  "authorization.openshift.io/rolebindings": "rbac.authorization.k8s.io/rolebindings",
  "authorization.openshift.io/clusterrolebindings": "rbac.authorization.k8s.io/clusterrolebindings",
};

/** `group/plural` under which the tables of this package know a kind. */
export function tableKey(kind: { group: string; plural: string }): string {
  const key = `${kind.group}/${kind.plural}`;
  return Object.hasOwn(movedGroups, key) ? (movedGroups[key] ?? key) : key;
}

function tableOf(kind: { group: string; plural: string }): readonly TableColumn[] {
  const key = tableKey(kind);
  return (Object.hasOwn(tables, key) ? tables[key] : undefined) ?? onlyAge;
}

/** Columns as `kubectl get` (and `-o wide`) shows them behind NAMESPACE and NAME; kinds nobody knows have their age. */
export function columnsOf(kind: { group: string; plural: string }): Column[] {
  return tableOf(kind).map(({ name, type, wide }) => ({ name, type, wide }));
}

const maxCellLength = 2000;

/** One cell a column of `columnsOf`, in its order. */
export function cellsOf(kind: { group: string; plural: string }, object: Json): Cell[] {
  return tableOf(kind).map(({ cell }) => {
    const value = cell(object);
    return typeof value === "string" && value.length > maxCellLength ? `${value.slice(0, maxCellLength)}…` : value;
  });
}
