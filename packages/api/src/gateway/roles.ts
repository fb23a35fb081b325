/** What a process may be there for: any of them, in any number of processes. `worker` answers no caller. */
export const roles = ["gateway", "query", "upload", "worker"] as const;
export type Role = (typeof roles)[number];

/** Paths of each role, for whoever sets a balancer up; the first that fits decides. */
export const rolePaths =
  "/trpc/upload.* and /api/v1/uploads: upload; the rest of /trpc and /api: query; all else: gateway";

/**
 * Roles that answer a path below `/trpc`: several for a batch that mixes. As tRPC reads it, the last segment names the
 * procedures.
 */
export function rolesOfProcedures(path: string): Role[] {
  const names = decoded(path.slice(path.lastIndexOf("/") + 1)).split(",");
  return [...new Set(names.map((name) => (name.startsWith("upload.") ? "upload" : "query")))];
}

/** The role that answers a path below `/api/v1`. The router does not mind the case. */
export function rolesOfRoute(path: string): Role[] {
  return [/^\/uploads(\/|$)/i.test(decoded(path)) ? "upload" : "query"];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
