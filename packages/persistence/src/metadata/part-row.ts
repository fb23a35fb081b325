import type { LeasedPart, PartRecordRow, PartState } from "@kubin/core";
import { LogMember, PartType } from "@kubin/schema";
import { Prisma } from "../generated/client.ts";

/** A row of `parts` as raw SQL gives it, without its members. */
export interface PartRow {
  key: string;
  snapshot_id: string;
  generation: number;
  type: string;
  namespace: string;
  sha256: string;
  size: bigint;
  items: number;
  path: string | null;
  state: string;
  attempts: number;
  multipart: string | null;
}

export interface LeasedRow extends PartRow {
  members: unknown;
  lease_token: string;
  retain_week: string;
}

export const partColumns = Prisma.sql`key, snapshot_id, generation, type, namespace, sha256, size, items, path, state, attempts, multipart`;

export function toPart(row: PartRow): PartRecordRow {
  return {
    key: row.key,
    snapshotId: row.snapshot_id,
    generation: row.generation,
    type: PartType.parse(row.type),
    namespace: row.namespace,
    sha256: row.sha256,
    size: Number(row.size),
    items: row.items,
    state: toState(row.state),
    attempts: row.attempts,
    ...(row.path !== null && { path: row.path }),
    ...(row.multipart !== null && { multipart: row.multipart }),
  };
}

export function toLeasedPart(row: LeasedRow): LeasedPart {
  const members = row.members === null ? {} : { members: LogMember.array().parse(row.members) };
  return { ...toPart(row), ...members, leaseToken: row.lease_token, retainWeek: row.retain_week };
}

function toState(state: string): PartState {
  switch (state) {
    case "SIGNED":
    case "STORED":
    case "INDEXED":
    case "FAILED":
      return state;
    default:
      throw new Error(`a part is in the unknown state ${state}`);
  }
}
