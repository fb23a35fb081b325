import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";

/** Rows of one statement: others wait for it in a store with one session. */
const rowsAStatement = 5_000;
const contents = [
  Prisma.sql`resources`,
  Prisma.sql`resource_counts`,
  Prisma.sql`events`,
  Prisma.sql`log_streams`,
  Prisma.sql`log_intents`,
  Prisma.sql`coverage`,
  Prisma.sql`redactions`,
  Prisma.sql`capture_reports`,
];

/**
 * Removes all rows of a snapshot, the snapshot too with `forget`. Parts go first: writes about a part lock it, so none
 * can follow. Idempotent, and not one transaction: repeat it when it was interrupted.
 */
export async function eraseSnapshot(opts: { sql: Statement; id: string; forget: boolean }): Promise<void> {
  const { sql, id, forget } = opts;
  await sql.$executeRaw`DELETE FROM parts WHERE snapshot_id = ${id}::uuid`;
  for (const table of contents) {
    let removed = rowsAStatement;
    while (removed === rowsAStatement) {
      removed = await sql.$executeRaw`
        DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
          SELECT ctid FROM ${table} WHERE snapshot_id = ${id}::uuid LIMIT ${rowsAStatement}))`;
    }
  }
  await sql.$executeRaw`DELETE FROM links WHERE snapshot_id = ${id}::uuid`;
  await sql.$executeRaw`DELETE FROM tickets WHERE snapshot_id = ${id}::uuid`;
  if (forget) await sql.$executeRaw`DELETE FROM snapshots WHERE id = ${id}::uuid`;
}
