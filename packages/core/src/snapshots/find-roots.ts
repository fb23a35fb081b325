import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource } from "../ports/metadata.ts";

/** Pod → ReplicaSet → Deployment, with one to spare for an operator above. */
const maxClimb = 3;

/** The topmost captured controller of each object; a static pod's node is no controller of it. */
export async function findRoots(opts: { ctx: Ctx; scope: Scope; unwell: FoundResource[] }) {
  const { ctx, scope, unwell } = opts;
  const known = new Map<string, FoundResource>();
  let wanted = new Set(unwell.flatMap((one) => one.owners));
  for (let step = 0; step < maxClimb && wanted.size > 0; step++) {
    const found = await ctx.ports.metadata.findByUid(scope, [...wanted]);
    for (const owner of found) if (owner.uid !== undefined && owner.kind !== "Node") known.set(owner.uid, owner);
    wanted = new Set(found.flatMap((one) => one.owners).filter((uid) => !known.has(uid)));
  }
  return new Map(unwell.map((one) => [one, climb(one, known)]));
}

function climb(from: FoundResource, known: Map<string, FoundResource>): FoundResource {
  let at = from;
  for (let step = 0; step < maxClimb; step++) {
    const owner = at.owners.map((uid) => known.get(uid)).find((one) => one !== undefined);
    if (!owner) return at;
    at = owner;
  }
  return at;
}
