import type { Clock } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";

/** Looking for work is a query of its own, so it is not done after each write. */
const lookEveryMs = 2_000;
const tables = ["resources", "resource_counts", "events", "log_streams", "parts", "coverage", "outbox"] as const;

interface Worn {
  table: (typeof tables)[number];
  isDead: boolean;
}

/**
 * What autovacuum does elsewhere, for a store that runs none (PGlite is one standalone backend): fresh statistics after
 * many writes, else lists are read by the wrong index, and space given free after an erasure. By autovacuum's own rule
 * and counters. `now`: looks at once, else at most every two seconds. Must run outside transactions.
 */
export function createUpkeep(sql: Statement, clock: Clock): (when?: "now") => Promise<void> {
  let isNeeded: boolean | undefined;
  let isRunning = false;
  let lookedAt = 0;
  return async (when) => {
    if (isNeeded === false || isRunning) return;
    const now = clock.now().getTime();
    if (when !== "now" && now - lookedAt < lookEveryMs) return;
    isRunning = true;
    lookedAt = now;
    try {
      isNeeded ??= await isStandalone(sql);
      if (isNeeded) for (const worn of await findWorn(sql)) await renew(sql, worn);
    } finally {
      isRunning = false;
    }
  };
}

async function isStandalone(sql: Statement): Promise<boolean> {
  const rows = await sql.$queryRaw<{ backend_type: string }[]>`
    SELECT backend_type FROM pg_stat_activity WHERE pid = pg_backend_pid()`;
  return rows[0]?.backend_type === "standalone backend";
}

async function findWorn(sql: Statement): Promise<Worn[]> {
  await sql.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
  return sql.$queryRaw<Worn[]>`
    SELECT relname::text AS "table", n_dead_tup > 5000 + 0.2 * n_live_tup AS "isDead" FROM pg_stat_user_tables
    WHERE relname = ANY(${[...tables]}::text[])
      AND (n_dead_tup > 5000 + 0.2 * n_live_tup OR n_mod_since_analyze > 500 + 0.5 * (n_live_tup - n_mod_since_analyze))`;
}

async function renew(sql: Statement, { table, isDead }: Worn): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  if (isDead) await sql.$executeRaw`VACUUM (SKIP_LOCKED, ANALYZE) ${name}`;
  else await sql.$executeRaw`ANALYZE (SKIP_LOCKED) ${name}`;
}
