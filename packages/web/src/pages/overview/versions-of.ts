import type { Cell, Overview } from "@kubin/schema";

/** Distinct values of one kind over all nodes, most first. */
export interface VersionGroup {
  version: string;
  nodes: number;
}

/** What nodes run, by the columns of `kubectl get nodes -o wide`. */
export function versionsOf({ nodes, nodeColumns }: Pick<Overview, "nodes" | "nodeColumns">): {
  kubelets: VersionGroup[];
  runtimes: VersionGroup[];
  systems: VersionGroup[];
} {
  const values = (column: string) => {
    const at = nodeColumns.indexOf(column);
    return at < 0 ? [] : nodes.map(({ cells }) => cells[at] ?? null);
  };
  return {
    kubelets: grouped(values("Version")),
    runtimes: grouped(values("Container-Runtime")),
    systems: grouped(values("OS-Image")),
  };
}

function grouped(cells: readonly Cell[]): VersionGroup[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const version = String(cell ?? "");
    if (version !== "" && !/^<.*>$/.test(version)) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return [...counts].map(([version, nodes]) => ({ version, nodes })).sort((a, b) => b.nodes - a.nodes);
}
