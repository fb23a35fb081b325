import type { EventQuery, EventSubject, MetadataStatements } from "@kubin/core";
import type { EventRow } from "@kubin/schema";
import { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";
import { containing } from "./like-pattern.ts";
import { readPosition } from "./position.ts";
import { withinScope } from "./scope-sql.ts";
import { storableText } from "./storable.ts";

type Events = Pick<MetadataStatements, "listEvents" | "countEvents" | "warningGroups">;

interface Row {
  part_id: bigint;
  index: number;
  namespace: string;
  name: string;
  type: string;
  reason: string;
  message: string;
  count: number;
  first_at: Date | null;
  last_at: Date | null;
  source: string;
  about_group: string;
  about_kind: string;
  about_namespace: string;
  about_name: string;
  about_uid: string | null;
}

interface WarningRow {
  reason: string;
  kind: string;
  count: number;
  objects: number;
  last_at: Date | null;
  sample: string;
  namespaces: string[];
  total: number;
}

/** When an event was seen last; one without times comes last. */
export const seenAt = Prisma.sql`coalesce(last_at, first_at, '-infinity')`;

/** Kubernetes events, the last seen first. */
export function eventStatements({ sql }: Database): Events {
  return {
    async listEvents(query) {
      const rows = await sql.$queryRaw<Row[]>`
        SELECT part_id, index, namespace, name, type, reason, message, count, first_at, last_at, source, about_group,
          about_kind, about_namespace, about_name, about_uid
        FROM events WHERE ${Prisma.join([...conditions(query), ...behind(query.after)], " AND ")}
        ORDER BY ${seenAt} DESC, namespace DESC, name DESC, part_id DESC, index DESC LIMIT ${query.limit}`;
      return rows.map(toEvent);
    },

    async countEvents(query) {
      const rows = await sql.$queryRaw<{ total: number }[]>`
        SELECT count(*)::float8 AS total FROM events WHERE ${Prisma.join(conditions(query), " AND ")}`;
      return rows[0]?.total ?? 0;
    },

    async warningGroups(scope, limit) {
      const rows = await sql.$queryRaw<WarningRow[]>`
        SELECT reason, about_kind AS kind, sum(count)::float8 AS count,
          (count(DISTINCT (about_namespace, about_name)))::float8 AS objects, max(coalesce(last_at, first_at)) AS last_at,
          (array_agg(message ORDER BY ${seenAt} DESC, namespace, name, message))[1] AS sample,
          array_agg(DISTINCT namespace ORDER BY namespace) AS namespaces, (count(*) OVER ())::float8 AS total
        FROM events WHERE ${withinScope(scope)} AND type = 'Warning'
        GROUP BY reason, about_kind
        ORDER BY sum(count) DESC, reason COLLATE "C", about_kind COLLATE "C" LIMIT ${limit}`;
      const groups = rows.map(({ total: _total, last_at, ...group }) => ({
        ...group,
        ...(last_at && { lastAt: last_at.toISOString() }),
      }));
      return { groups, total: rows[0]?.total ?? 0 };
    },
  };
}

function conditions(query: Omit<EventQuery, "limit" | "after">): Prisma.Sql[] {
  const { scope, namespaces, type, text, about, aboutAny, from, to } = query;
  const all = [withinScope(scope, namespaces)];
  if (from) all.push(Prisma.sql`${seenAt} >= ${from}`);
  if (to) all.push(Prisma.sql`${seenAt} < ${to}`, Prisma.sql`${seenAt} > '-infinity'`);
  if (type !== undefined) all.push(Prisma.sql`type = ${storableText(type)}`);
  if (text) all.push(Prisma.sql`search_text LIKE ${containing(text.toLowerCase())}`);
  if (about) {
    const [kind, namespace, name] = [about.kind, about.namespace, about.name].map(storableText);
    all.push(Prisma.sql`about_kind = ${kind} AND about_namespace = ${namespace} AND about_name = ${name}`);
  }
  if (aboutAny) {
    const column = (of: keyof EventSubject) => Prisma.sql`${aboutAny.map((one) => storableText(one[of]))}::text[]`;
    all.push(Prisma.sql`(about_namespace, about_name, about_kind) IN
      (SELECT * FROM unnest(${column("namespace")}, ${column("name")}, ${column("kind")}))`);
  }
  return all;
}

function behind(after: EventQuery["after"]): Prisma.Sql[] {
  if (!after) return [];
  const position = readPosition(after);
  const [time, namespace, name] = [position.time(), position.text(), position.text()];
  const [part, index] = [position.int(), position.int()];
  position.end();
  return [
    Prisma.sql`(${seenAt}, namespace, name, part_id, index)
      < (${time}::timestamptz, ${namespace}, ${name}, ${part}::bigint, ${index}::int)`,
  ];
}

function toEvent(row: Row): EventRow & { position: (string | number)[] } {
  const at = row.last_at ?? row.first_at;
  return {
    namespace: row.namespace,
    name: row.name,
    type: row.type,
    reason: row.reason,
    message: row.message,
    count: row.count,
    source: row.source,
    ...(row.first_at && { firstAt: row.first_at.toISOString() }),
    ...(row.last_at && { lastAt: row.last_at.toISOString() }),
    about: {
      group: row.about_group,
      kind: row.about_kind,
      namespace: row.about_namespace,
      name: row.about_name,
      ...(row.about_uid !== null && { uid: row.about_uid }),
    },
    position: [at?.toISOString() ?? "", row.namespace, row.name, Number(row.part_id), row.index],
  };
}
