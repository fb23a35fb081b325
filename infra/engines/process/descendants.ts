import { readFile } from "node:fs/promises";

/** The process and all below it, parents first (Linux): a server's own children are part of it, whatever their group. */
export async function withDescendants(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const below = children.trim().split(" ").filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(below.map(withDescendants))).flat()];
}
