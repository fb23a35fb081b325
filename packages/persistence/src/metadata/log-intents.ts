import type { MetadataStatements } from "@kubin/core";
import type { Database } from "./database.ts";
import { heldPart, mustHold } from "./held-part.ts";

type Intents = Pick<MetadataStatements, "putLogIntent" | "finishLogIntent" | "logIntents">;

/** Intents to insert chunks of log lines: what tells a chunk in doubt from one never begun. */
export function logIntentStatements({ sql }: Database): Intents {
  return {
    async putLogIntent(part, chunk) {
      mustHold(
        await sql.$queryRaw<{ held: number }[]>`
          WITH held AS (${heldPart(part)}), written AS (
            INSERT INTO log_intents (part_id, chunk, snapshot_id) SELECT id, ${chunk}, snapshot_id FROM held
            ON CONFLICT (part_id, chunk) DO NOTHING
          )
          SELECT count(*)::int AS held FROM held`,
      );
    },

    async finishLogIntent(part, chunk) {
      mustHold(
        await sql.$queryRaw<{ held: number }[]>`
          WITH held AS (${heldPart(part)}), done AS (
            UPDATE log_intents SET done = true FROM held WHERE part_id = held.id AND chunk = ${chunk}
          )
          SELECT count(*)::int AS held FROM held`,
      );
    },

    async logIntents({ key }) {
      const rows = await sql.$queryRaw<{ chunk: number; done: boolean }[]>`
        SELECT chunk, done FROM log_intents WHERE part_id = (SELECT id FROM parts WHERE key = ${key}) ORDER BY chunk`;
      return rows.map((row) => ({ key, ...row }));
    },
  };
}
