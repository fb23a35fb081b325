import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource, PodRef } from "../ports/metadata.ts";
import { maxSearchedPods } from "./max-searched-pods.ts";

/** Deployments own sets, sets own pods; operators may stand above. */
const maxDepth = 8;

/** The pods of the workload that a pod belongs to; the pod alone where it was not captured or belongs to none. */
export async function findPodsOfWorkload(opts: { ctx: Ctx; scope: Scope; pod: PodRef }): Promise<PodRef[]> {
  const { ctx, scope, pod } = opts;
  const { metadata } = ctx.ports;
  let top = await metadata.findResource(scope, { group: "", plural: "pods", ...pod });
  for (let depth = 0; top !== undefined && depth < maxDepth; depth += 1) {
    const owners: FoundResource[] = await metadata.findByUid(scope, top.owners);
    // A node owns the pods of its kubelet, and is no workload.
    const owner = owners.find(({ namespace }) => namespace !== "");
    if (!owner) break;
    top = owner;
  }
  if (top?.uid === undefined || top.plural === "pods") return [pod];
  const pods = await metadata.findPods(scope, { below: { uid: top.uid } }, maxSearchedPods);
  return pods.length === 0 ? [pod] : pods;
}
