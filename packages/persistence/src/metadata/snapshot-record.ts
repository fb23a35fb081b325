import type { SnapshotRecord } from "@kubin/core";
import { SnapshotState } from "@kubin/schema";
import type { Snapshot } from "../generated/client.ts";
import { storableDate, storableText } from "./storable.ts";

export function toSnapshotRecord(row: Snapshot): SnapshotRecord {
  const { clusterName, clusterUid } = row;
  return {
    id: row.id,
    state: SnapshotState.parse(row.state),
    generation: row.generation,
    partial: row.partial,
    failure: row.failure ?? undefined,
    name: row.name,
    layout: row.layout,
    tool: row.tool,
    cluster: clusterName === null ? undefined : { name: clusterName, ...(clusterUid !== null && { uid: clusterUid }) },
    kubernetesVersion: row.kubernetesVersion ?? undefined,
    capturedAt: row.capturedAt ?? undefined,
    createdAt: row.createdAt,
    completedAt: row.completedAt ?? undefined,
    expiresAt: row.expiresAt,
    retainWeek: row.retainWeek,
    lastUploadAt: row.lastUploadAt,
  };
}

/** Columns of what is given; what is not stays as it is. */
export function toSnapshotColumns(record: Partial<SnapshotRecord>) {
  const { cluster, capturedAt, failure, name, layout, tool, kubernetesVersion, ...rest } = record;
  return {
    ...defined(rest),
    ...mapped({ failure, name, layout, tool, kubernetesVersion }),
    ...(cluster && {
      clusterName: storableText(cluster.name),
      clusterUid: cluster.uid ? storableText(cluster.uid) : null,
    }),
    ...(capturedAt && { capturedAt: storableDate(capturedAt) }),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Drops the keys without a value; the others keep their types. */
function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function mapped<T extends Record<string, string | undefined>>(texts: T): Defined<T> {
  const entries = Object.entries(texts).map(([key, text]) => [key, text === undefined ? text : storableText(text)]);
  return defined(Object.fromEntries(entries));
}
