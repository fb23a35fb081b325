import { parseQuantity } from "@kubin/kubernetes";
import type { Amounts, NodeAllocation, NodeAllocations, SnapshotRef } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { FoundNode, NodeSums } from "../ports/metadata.ts";

const maxNodes = 1_000;

/** What each node has, what its pods ask for and may use, and what was used at capture. */
export async function listNodeAllocations(opts: { ctx: Ctx; input: SnapshotRef }): Promise<NodeAllocations> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { metadata } = ctx.ports;
  return cached({ ctx, read, name: "nodes" }, async () => {
    const [nodes, sums] = await Promise.all([metadata.nodes(read.scope, maxNodes), metadata.nodeSums(read.scope)]);
    const byNode = new Map(sums.map((one) => [one.node, one]));
    return {
      items: nodes.items.map((node) => allocationOf(node, byNode.get(node.name))),
      total: nodes.total,
      unassigned: byNode.get("")?.pods ?? 0,
    };
  });
}

function allocationOf(node: FoundNode, sums: NodeSums | undefined): NodeAllocation {
  const { name, health, reason } = node;
  const allocatable = amountsOf(node.allocatable);
  const pods = parseQuantity(fieldOf(node.allocatable, "pods"));
  const usage = amountsOf(node.usage);
  return {
    name,
    health,
    reason,
    requests: sums?.requests ?? { cpu: 0, memory: 0 },
    limits: sums?.limits ?? { cpu: 0, memory: 0 },
    pods: sums?.pods ?? 0,
    ...(allocatable && pods !== undefined && { allocatable: { ...allocatable, pods: Math.trunc(pods) } }),
    ...(usage && { usage }),
  };
}

/** Undefined unless both are told: half of it would read as nothing of the other. */
function amountsOf(written: unknown): Amounts | undefined {
  const cpu = parseQuantity(fieldOf(written, "cpu"));
  const memory = parseQuantity(fieldOf(written, "memory"));
  return cpu === undefined || memory === undefined ? undefined : { cpu, memory };
}

function fieldOf(holder: unknown, key: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
    ? Reflect.get(holder, key)
    : undefined;
}
