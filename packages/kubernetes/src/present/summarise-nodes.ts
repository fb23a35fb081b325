import type { NodeAllocation, NodeAllocations, Overview } from "@kubin/schema";
import { amount, inline, nameOf, section } from "./markdown-lines.ts";

const maxNodes = 12;

/** The nodes, with what their pods ask for where that is known, else those in trouble alone. */
export function summariseNodes({ nodes: rows }: Overview, allocations: NodeAllocations | undefined): string {
  if (rows.length === 0) return "";
  const troubled = rows.filter(({ health }) => health === "failing" || health === "warning");
  const title = `Nodes: ${rows.length - troubled.length} of ${rows.length} well`;
  if (allocations === undefined || allocations.items.length === 0) {
    return section(
      title,
      troubled.map((row) => `- ${nameOf(row)}: ${inline(row.reason)}`),
      troubled.length,
    );
  }
  const lines = allocations.items.slice(0, maxNodes).map((node) => {
    const why = node.reason === "" ? "" : `${inline(node.reason)}; `;
    const parts = [shares(node, "cpu"), shares(node, "memory"), podsOf(node)].filter((part) => part !== "");
    return `- ${inline(node.name)}: ${why}${parts.join("; ")}`;
  });
  return section(title, lines, allocations.total);
}

/** "cpu requests 45 %, limits 120 %, usage 30 %" of what the node can give. */
function shares(node: NodeAllocation, of: "cpu" | "memory"): string {
  const all = node.allocatable?.[of];
  if (!all) return "";
  const share = (what: "requests" | "limits" | "usage") => {
    const used = node[what]?.[of];
    return used === undefined ? [] : `${what} ${Math.round((used / all) * 100)} %`;
  };
  return `${of} ${(["requests", "limits", "usage"] as const).flatMap(share).join(", ")}`;
}

function podsOf({ pods, allocatable }: NodeAllocation): string {
  return `${amount(pods)}${allocatable ? ` of ${amount(allocatable.pods)}` : ""} pods`;
}
