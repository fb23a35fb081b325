import { objectKey, rbacGroup } from "@kubin/kubernetes";
import { type CoverageGap, isNotCaptured, type WhoCanQuery } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";

/** A kind of RBAC, and an object of it that the API server makes in every cluster and repairs at each start. */
interface RbacKind {
  plural: string;
  kind: string;
  /** See plugin/pkg/auth/authorizer/rbac/bootstrappolicy of Kubernetes. */
  always: { namespace: string; name: string };
}

const clusterWide: RbacKind[] = [
  { plural: "clusterroles", kind: "ClusterRole", always: { namespace: "", name: "cluster-admin" } },
  { plural: "clusterrolebindings", kind: "ClusterRoleBinding", always: { namespace: "", name: "cluster-admin" } },
];
const local: RbacKind[] = [
  {
    plural: "roles",
    kind: "Role",
    always: { namespace: "kube-system", name: "extension-apiserver-authentication-reader" },
  },
  {
    plural: "rolebindings",
    kind: "RoleBinding",
    always: { namespace: "kube-system", name: "system::extension-apiserver-authentication-reader" },
  },
];

const gapsAtMost = 1_000;

/** What of RBAC the answer could not look at, in sentences. */
export async function missingRbac(opts: {
  ctx: Ctx;
  scope: Scope;
  asked: Pick<WhoCanQuery, "namespace" | "resource">;
}): Promise<string[]> {
  const { scope, asked } = opts;
  const isLocal = asked.namespace !== "" && !asked.resource.startsWith("/");
  if (scope.namespaces === "all") {
    return missingKinds({ ...opts, kinds: isLocal ? [...clusterWide, ...local] : clusterWide });
  }
  const outside = "Roles and bindings of the whole cluster are outside the part of the snapshot that this link shows.";
  if (!isLocal) return [outside];
  if (!scope.namespaces.includes(asked.namespace))
    return [outside, `Namespace ${asked.namespace} is outside of it too.`];
  return [outside, ...(await missingKinds({ ...opts, kinds: local }))];
}

async function missingKinds(opts: { ctx: Ctx; scope: Scope; kinds: RbacKind[] }): Promise<string[]> {
  const { metadata } = opts.ctx.ports;
  const { scope, kinds } = opts;
  const keys = kinds.map(keyOfAlways);
  const [counts, { gaps }, found] = await Promise.all([
    metadata.kinds(scope),
    metadata.coverage(scope, gapsAtMost),
    metadata.findByKey(scope, keys),
  ]);
  const captured = new Set(counts.filter(({ group }) => group === rbacGroup).map(({ plural }) => plural));
  const foundKeys = new Set(found.map((one) => objectKey(one)));
  return kinds.flatMap((one) => {
    const gap = gaps.find((other) => isAbout(other, one.plural));
    if (!captured.has(one.plural)) return [`This snapshot holds no ${one.kind}s.`];
    if (gap) return [`Not all ${one.kind}s were captured: ${gap.detail}`];
    // A part of a cluster does not show whether it is all of its namespaces.
    if (scope.namespaces !== "all" || foundKeys.has(keyOfAlways(one))) return [];
    return [`This snapshot holds only some ${one.kind}s: ${one.always.name}, which every cluster has, is not in it.`];
  });
}

function keyOfAlways({ kind, always }: RbacKind): string {
  return objectKey({ group: rbacGroup, kind, ...always });
}

/** Gaps name a type (`clusterroles`, `roles.rbac.authorization.k8s.io`), or the file in which a bundle keeps it. */
function isAbout(gap: CoverageGap, plural: string): boolean {
  if (!isNotCaptured(gap)) return false;
  return gap.what
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(plural);
}
