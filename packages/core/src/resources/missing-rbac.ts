import { rbacGroup } from "@kubin/kubernetes";
import type { CoverageGap, WhoCanQuery } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";

const clusterWide = { clusterroles: "ClusterRoles", clusterrolebindings: "ClusterRoleBindings" };
const local = { roles: "Roles", rolebindings: "RoleBindings" };

const gapsAtMost = 1_000;

/** What of RBAC the answer could not look at, in sentences. */
export async function missingRbac(opts: {
  ctx: Ctx;
  scope: Scope;
  asked: Pick<WhoCanQuery, "namespace" | "resource">;
}): Promise<string[]> {
  const { scope, asked } = opts;
  const isLocal = asked.namespace !== "" && !asked.resource.startsWith("/");
  if (scope.namespaces === "all")
    return missingKinds({ ...opts, kinds: isLocal ? { ...clusterWide, ...local } : clusterWide });
  const outside = "Roles and bindings of the whole cluster are outside the part of the snapshot that this link shows.";
  if (!isLocal) return [outside];
  if (!scope.namespaces.includes(asked.namespace))
    return [outside, `Namespace ${asked.namespace} is outside of it too.`];
  return [outside, ...(await missingKinds({ ...opts, kinds: local }))];
}

async function missingKinds(opts: { ctx: Ctx; scope: Scope; kinds: Record<string, string> }): Promise<string[]> {
  const { metadata } = opts.ctx.ports;
  const [counts, { gaps }] = await Promise.all([metadata.kinds(opts.scope), metadata.coverage(opts.scope, gapsAtMost)]);
  const captured = new Set(counts.filter(({ group }) => group === rbacGroup).map(({ plural }) => plural));
  return Object.entries(opts.kinds).flatMap(([plural, words]) => {
    const gap = gaps.find((one) => isAbout(one, plural));
    if (!captured.has(plural)) return [`This snapshot holds no ${words}.`];
    return gap ? [`Not all ${words} were captured: ${gap.detail}`] : [];
  });
}

/** Gaps name a type (`clusterroles`, `roles.rbac.authorization.k8s.io`), or the file in which a bundle keeps it. */
function isAbout({ kind, what }: CoverageGap, plural: string): boolean {
  if (kind === "duplicate") return false;
  return what
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(plural);
}
