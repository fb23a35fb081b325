import { type Json, records, text } from "../objects/json.ts";
import { type AccessQuestion, allows } from "./allows.ts";
import { subjectsOf } from "./subjects-of.ts";

/** The captured objects of rbac.authorization.k8s.io. */
export interface RbacObjects {
  roles: readonly Json[];
  clusterRoles: readonly Json[];
  roleBindings: readonly Json[];
  clusterRoleBindings: readonly Json[];
}

interface RbacRef {
  group: string;
  kind: string;
  plural: string;
  namespace: string;
  name: string;
}

export interface AllowedSubject {
  kind: "User" | "Group" | "ServiceAccount";
  /** Of service accounts; "" else. */
  namespace: string;
  name: string;
  via: { binding: RbacRef; role: RbacRef }[];
}

export const rbacGroup = "rbac.authorization.k8s.io";

/**
 * Whom these roles and bindings allow it, as the RBAC authorizer of Kubernetes decides (VisitRulesFor in
 * pkg/registry/rbac/validation/rule.go): cluster role bindings count everywhere, role bindings in their namespace only,
 * and never for paths or for all namespaces. An aggregated role's rules stand in it: the API server wrote them there.
 */
export function whoCan(rbac: RbacObjects, asked: AccessQuestion): AllowedSubject[] {
  const allowing = allowingRoles(rbac, asked);
  const found = new Map<string, AllowedSubject>();
  for (const binding of bindingsFor(rbac, asked)) {
    const role = allowing.get(roleKey(roleOf(binding)));
    if (!role) continue;
    const via = { binding: refOf(binding), role };
    for (const subject of subjectsOf(binding)) {
      const key = `${subject.kind}/${subject.namespace}/${subject.name}`;
      const known = found.get(key) ?? { ...subject, via: [] };
      known.via.push(via);
      found.set(key, known);
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject);
}

function allowingRoles(rbac: RbacObjects, asked: AccessQuestion): Map<string, RbacRef> {
  const roles = [...rbac.clusterRoles, ...rbac.roles].filter((role) =>
    records(role, "rules").some((rule) => allows(rule, asked)),
  );
  return new Map(roles.map((role) => [roleKey(refOf(role)), refOf(role)]));
}

function bindingsFor(rbac: RbacObjects, { resource, namespace }: AccessQuestion): Json[] {
  const everywhere = [...rbac.clusterRoleBindings];
  if (namespace === "" || resource.startsWith("/")) return everywhere;
  const local = rbac.roleBindings.filter((binding) => text(binding, "metadata.namespace") === namespace);
  return [...everywhere, ...local];
}

/** A role binding's role is of its own namespace; a cluster role has none. */
function roleOf(binding: Json): { kind: string; namespace: string; name: string } {
  const kind = text(binding, "roleRef.kind");
  const namespace = kind === "Role" ? text(binding, "metadata.namespace") : "";
  return { kind, namespace, name: text(binding, "roleRef.name") };
}

function roleKey({ kind, namespace, name }: { kind: string; namespace: string; name: string }): string {
  return `${kind}/${namespace}/${name}`;
}

function refOf(object: Json): RbacRef {
  const kind = text(object, "kind");
  const [namespace, name] = [text(object, "metadata.namespace"), text(object, "metadata.name")];
  return { group: rbacGroup, kind, plural: `${kind.toLowerCase()}s`, namespace, name };
}
