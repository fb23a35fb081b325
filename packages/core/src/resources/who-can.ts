import { whoCan as evaluate, type RbacObjects, rbacGroup } from "@kubin/kubernetes";
import type { WhoCan, WhoCanQuery } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { Scope } from "../policy/scope.ts";
import { missingRbac } from "./missing-rbac.ts";

const rowsAtOnce = 500;

/** Whom the captured RBAC allows something. OpenShift's copies of it (authorization.openshift.io) are left out. */
export async function whoCan(opts: { ctx: Ctx; input: WhoCanQuery }): Promise<WhoCan> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { snapshotId: _, ...asked } = input;
  return cached({ ctx, read, name: "who-can", question: asked }, async () => {
    const [rbac, missing] = await Promise.all([
      readRbac({ ctx, scope: read.scope, namespace: asked.namespace }),
      missingRbac({ ctx, scope: read.scope, asked }),
    ]);
    return { subjects: evaluate(rbac, asked), missing };
  });
}

/** Roles and bindings of all of the cluster, and of the one namespace that is asked about. */
async function readRbac(opts: { ctx: Ctx; scope: Scope; namespace: string }): Promise<RbacObjects> {
  const { namespace } = opts;
  const local = async (plural: string) => (namespace === "" ? [] : readKind({ ...opts, plural }));
  const [clusterRoles, clusterRoleBindings, roles, roleBindings] = await Promise.all([
    readKind({ ...opts, namespace: "", plural: "clusterroles" }),
    readKind({ ...opts, namespace: "", plural: "clusterrolebindings" }),
    local("roles"),
    local("rolebindings"),
  ]);
  return { clusterRoles, clusterRoleBindings, roles, roleBindings };
}

async function readKind(opts: { ctx: Ctx; scope: Scope; plural: string; namespace: string }) {
  const { ctx, scope, plural, namespace } = opts;
  const filter = { group: rbacGroup, plural, namespaces: [namespace] };
  const objects: Record<string, unknown>[] = [];
  let after: (string | number)[] | undefined;
  do {
    const query = { scope, filter, order: "name" as const, limit: rowsAtOnce, after, withObject: true };
    const page = await ctx.ports.metadata.listResources(query);
    objects.push(...page.map((one) => one.object));
    after = page.length === rowsAtOnce ? page.at(-1)?.position : undefined;
  } while (after);
  return objects;
}
