/**
 * What a reader may see of one snapshot. Every read of a port takes one; it is made by `authorise` alone.
 * A scope limited to namespaces is a smaller snapshot: nothing outside them, no cluster-scoped object, exists in it.
 */
export interface Scope {
  snapshotId: string;
  generation: number;
  /** "all" includes cluster-scoped objects; a list excludes them. */
  namespaces: "all" | readonly string[];
  logs: boolean;
  /** When the snapshot's rows are dropped: names the log partition. Monday of the week, ISO date. */
  retainWeek: string;
}

/** Names a scope in cache keys, cursors and ETags: equal scopes, equal keys. */
export function scopeKey(scope: Scope): string {
  const namespaces = scope.namespaces === "all" ? "*" : [...scope.namespaces].sort().join(",");
  return `${scope.snapshotId}.${scope.generation}.${scope.logs ? "l" : "-"}.${namespaces}`;
}

export function isWhole(scope: Scope): boolean {
  return scope.namespaces === "all" && scope.logs;
}
