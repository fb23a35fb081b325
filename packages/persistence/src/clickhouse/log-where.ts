import type { Scope } from "@kubin/core";
import type { ResolvedQuery } from "@kubin/logs";
import type { LogStreamRef } from "@kubin/schema";
import { compileCondition } from "./compile-query.ts";
import { openBinder, type ParamBinder } from "./log-params.ts";

/** The WHERE of a read: made of a scope alone, so that no statement can be built without one. */
export interface LogWhere {
  readonly kind: "log-where";
  readonly sql: string;
  readonly binder: ParamBinder;
}

/** Lines that a scope lets through and a query asks for. Undefined when the scope has no lines at all. */
export function whereOf(scope: Scope, query: ResolvedQuery): LogWhere | undefined {
  const binder = openBinder();
  const scoped = scopeCondition(binder, scope);
  if (scoped === undefined) return undefined;
  const asked = query.type === "all" ? "" : ` AND ${compileCondition(binder, query)}`;
  return { kind: "log-where", sql: `${scoped}${asked}`, binder };
}

/** Lines of one stream. Undefined when the scope does not hold it. */
export function whereOfStream(scope: Scope, stream: LogStreamRef): LogWhere | undefined {
  const where = whereOf(scope, { type: "all" });
  if (where === undefined) return undefined;
  return { ...where, sql: `${where.sql} AND ${streamCondition(where.binder, stream)}` };
}

export function streamCondition(binder: ParamBinder, stream: LogStreamRef): string {
  const { namespace, pod, container, source } = stream;
  return Object.entries({ namespace, pod, container, source })
    .map(([column, value]) => `${column} = ${binder.bind("String", value)}`)
    .join(" AND ");
}

export function snapshotCondition(binder: ParamBinder, snapshot: { snapshotId: string; retainWeek: string }): string {
  const id = binder.bind("UUID", snapshot.snapshotId);
  return `snapshot_id = ${id} AND retain_week = ${binder.bind("Date", snapshot.retainWeek)}`;
}

function scopeCondition(binder: ParamBinder, scope: Scope): string | undefined {
  if (!scope.logs) return undefined;
  const snapshot = snapshotCondition(binder, scope);
  if (scope.namespaces === "all") return snapshot;
  if (scope.namespaces.length === 0) return undefined;
  return `${snapshot} AND namespace IN ${binder.bind("Array(String)", scope.namespaces)}`;
}
