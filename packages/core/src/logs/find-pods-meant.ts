import { type PodsLeaf, type PodsOfLeaf, workloadOf } from "@kubin/logs";
import { KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { PodsWanted } from "../ports/metadata.ts";
import { maxSearchedPods } from "./max-searched-pods.ts";
import { podsQuery } from "./pods-query.ts";

/** The pods that `workload:` or `node:` means. Throws BAD_INPUT for none, TOO_LARGE for more than a search can name. */
export async function findPodsMeant(opts: { ctx: Ctx; scope: Scope; leaf: PodsOfLeaf }): Promise<PodsLeaf["pods"]> {
  const { ctx, scope, leaf } = opts;
  const pods = await ctx.ports.metadata.findPods(scope, wantedBy(leaf), maxSearchedPods + 1);
  const said = `${leaf.of}:${leaf.pattern}`;
  if (pods.length === 0) throw new KubinError("BAD_INPUT", `${said} means no pod of this snapshot.`);
  if (pods.length > maxSearchedPods) {
    throw new KubinError(
      "TOO_LARGE",
      `${said} means more than ${maxSearchedPods} pods; narrow it down, or leave it away.`,
    );
  }
  return podsQuery(pods).pods;
}

function wantedBy({ of, pattern }: PodsOfLeaf): PodsWanted {
  if (of === "node") return { node: pattern };
  const workload = workloadOf(pattern);
  if (workload === undefined)
    throw new KubinError("BAD_INPUT", `${pattern} is no workload; expected deploy/web or web.`);
  return { below: { name: workload.name, kind: workload.kind?.toLowerCase() } };
}
