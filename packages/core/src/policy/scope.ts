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

/** A part of what a scope lets through: of these namespaces alone, all of it without any. Never more than the scope. */
export function narrowScope(scope: Scope, namespaces: readonly string[] | undefined): Scope {
  if (!namespaces || namespaces.length === 0) return scope;
  const { namespaces: allowed } = scope;
  if (allowed === "all") return { ...scope, namespaces };
  return { ...scope, namespaces: namespaces.filter((namespace) => allowed.includes(namespace)) };
}
