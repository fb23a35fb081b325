import { type Namespace, PartType, type PartType as Type } from "@kubin/schema";

const clusterFolder = "_cluster";
const pattern = /^snapshots\/([0-9a-f-]{36})\/([a-z]+)\/([-_a-z0-9]{1,63})\/([0-9a-f]{64})$/;

export interface PartKey {
  snapshotId: string;
  type: Type;
  namespace: Namespace;
  sha256: string;
}

/** `snapshots/{id}/{type}/{namespace or _cluster}/{digest}`: a key is its digest, so it can only ever hold these bytes. */
export function partKey(part: PartKey): string {
  return `${snapshotPrefix(part.snapshotId)}${part.type}/${part.namespace || clusterFolder}/${part.sha256}`;
}

/** All objects of a snapshot have keys below this. */
export function snapshotPrefix(snapshotId: string): string {
  return `snapshots/${snapshotId}/`;
}

/** The parts of a key, or undefined when it is none that `partKey` made. */
export function parsePartKey(key: string): PartKey | undefined {
  const [, snapshotId, type, folder, sha256] = pattern.exec(key) ?? [];
  const known = PartType.safeParse(type);
  if (!snapshotId || !folder || !sha256 || !known.success) return undefined;
  return { snapshotId, type: known.data, namespace: folder === clusterFolder ? "" : folder, sha256 };
}
