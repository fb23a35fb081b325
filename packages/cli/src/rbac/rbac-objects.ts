import type { RbacPlan } from "./rbac-args.ts";
import type { RbacType } from "./rbac-type.ts";
import { type PolicyRule, rulesOf, serverRule } from "./rules-of.ts";

export interface RbacObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  rules?: PolicyRule[];
  roleRef?: { apiGroup: string; kind: string; name: string };
  subjects?: { kind: string; namespace: string; name: string }[];
}

const apiGroup = "rbac.authorization.k8s.io";

/**
 * One ClusterRole for everything; or, for some namespaces, a Role in each and a ClusterRole for what has no namespace.
 * Bound where it is said to whom.
 */
export function rbacObjects(types: readonly RbacType[], plan: RbacPlan): RbacObject[] {
  const { namespaces, namespacedOnly, serviceAccount } = plan;
  const everywhere = namespaces.length === 0;
  const ofCluster = everywhere ? types : types.filter(({ namespaced }) => !namespaced);
  const ofNamespaces = everywhere ? [] : types.filter(({ namespaced }) => namespaced);
  return [
    ...(serviceAccount ? [{ apiVersion: "v1", kind: "ServiceAccount", metadata: serviceAccount }] : []),
    // A Role can allow no address of the server; without a ClusterRole the defaults of clusters do (system:discovery).
    ...(namespacedOnly ? [] : granted([...rulesOf(ofCluster, plan), serverRule], plan)),
    ...(ofNamespaces.length === 0
      ? []
      : namespaces.flatMap((namespace) => granted(rulesOf(ofNamespaces, plan), { ...plan, namespace }))),
  ];
}

/** A role with these rules, and its binding. */
function granted(
  rules: PolicyRule[],
  { name, serviceAccount, namespace }: Pick<RbacPlan, "name" | "serviceAccount"> & { namespace?: string },
): RbacObject[] {
  const apiVersion = `${apiGroup}/v1`;
  const prefix = namespace === undefined ? "Cluster" : "";
  const metadata = { name, ...(namespace !== undefined && { namespace }) };
  const role = { apiVersion, kind: `${prefix}Role`, metadata, rules };
  if (!serviceAccount) return [role];
  const subjects = [{ kind: "ServiceAccount", ...serviceAccount }];
  return [
    role,
    { apiVersion, kind: `${prefix}RoleBinding`, metadata, roleRef: { apiGroup, kind: role.kind, name }, subjects },
  ];
}
