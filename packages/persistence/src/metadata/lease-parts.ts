import type { Ids, LeasedPart, MetadataStatements } from "@kubin/core";
import type { Database } from "./database.ts";
import { type LeasedRow, toLeasedPart } from "./part-row.ts";
import { storableText } from "./storable.ts";

type Leases = Pick<MetadataStatements, "leaseParts" | "renewLease" | "finishPart" | "releasePart">;

/** Candidates of a snapshot beyond the limit: so many may be locked by other workers at this moment. */
const spare = 32;

/** Leased work: a part belongs to whoever holds its token. */
export function leaseStatements({ sql }: Database, ids: Ids): Leases {
  return {
    /** `rank` is a part's place in the queue of its snapshot behind the leased ones: the lowest go first, whosever. */
    async leaseParts({ worker, limit, until, now }) {
      const rows = await sql.$queryRaw<LeasedRow[]>`
        WITH waiting AS (
          SELECT queue.id, queue.turn, busy.parts + queue.place AS rank
          FROM snapshots
          CROSS JOIN LATERAL (
            SELECT count(*) AS parts FROM parts
            WHERE snapshot_id = snapshots.id AND state = 'STORED' AND leased_until > ${now}
          ) AS busy
          CROSS JOIN LATERAL (
            SELECT id, turn, row_number() OVER (ORDER BY turn, id) AS place FROM parts
            WHERE snapshot_id = snapshots.id AND state = 'STORED' AND (leased_until IS NULL OR leased_until <= ${now})
            ORDER BY turn, id LIMIT ${limit + spare}
          ) AS queue
          WHERE snapshots.state IN ('INITIATED', 'UPLOADING', 'PROCESSING')
        ), taken AS (
          SELECT parts.id FROM waiting JOIN parts ON parts.id = waiting.id
          WHERE parts.state = 'STORED' AND (parts.leased_until IS NULL OR parts.leased_until <= ${now})
          ORDER BY waiting.rank, waiting.turn, parts.id LIMIT ${limit}
          FOR UPDATE OF parts SKIP LOCKED
        )
        UPDATE parts
        SET worker = ${storableText(worker)}, lease_token = ${ids.uuid()}, leased_until = ${until}, attempts = attempts + 1
        FROM taken, snapshots
        WHERE parts.id = taken.id AND snapshots.id = parts.snapshot_id
        RETURNING parts.key, parts.snapshot_id, parts.generation, parts.type, parts.namespace, parts.sha256, parts.size,
          parts.items, parts.members, parts.path, parts.state, parts.attempts, parts.multipart, parts.lease_token,
          snapshots.retain_week`;
      return rows.map(toLeasedPart);
    },

    async renewLease(part, until) {
      return (await sql.part.updateMany({ where: held(part), data: { leasedUntil: until } })).count === 1;
    },

    async finishPart(part, outcome) {
      const reason = outcome.state === "FAILED" ? storableText(outcome.reason) : null;
      const data = { ...free, state: outcome.state, reason };
      return (await sql.part.updateMany({ where: held(part), data })).count === 1;
    },

    /** Nothing was wrong with the part: this was no attempt. */
    async releasePart(part) {
      await sql.part.updateMany({ where: held(part), data: { ...free, attempts: { decrement: 1 } } });
    },
  };
}

const free = { worker: null, leaseToken: null, leasedUntil: null };

function held({ key, leaseToken }: LeasedPart) {
  return { key, leaseToken, state: "STORED" };
}
