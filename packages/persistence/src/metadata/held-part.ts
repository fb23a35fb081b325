import type { LeasedPart } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { Prisma } from "../generated/client.ts";

/**
 * The part under its lease, locked against removal until the statement ends: rows of a part whose snapshot is being
 * erased are either seen by the erasure or never written.
 */
export function heldPart({ key, leaseToken }: LeasedPart): Prisma.Sql {
  return Prisma.sql`
    SELECT id, snapshot_id, generation FROM parts
    WHERE key = ${key} AND lease_token = ${leaseToken} AND state = 'STORED' FOR KEY SHARE`;
}

/** Throws CONFLICT when a statement `FROM held` found no part. */
export function mustHold(rows: readonly { held: number }[]): void {
  if (rows[0]?.held !== 1) {
    throw new KubinError("CONFLICT", "The lease of this part is over: another worker has it, or its snapshot is gone.");
  }
}
