import type { LogStreamQuery, MetadataStatements } from "@kubin/core";
import { type LogStream, LogStreamRef } from "@kubin/schema";
import { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";
import { containing } from "./like-pattern.ts";
import { readPosition } from "./position.ts";
import { withinScope } from "./scope-sql.ts";
import { storableText } from "./storable.ts";

type LogStreams = Pick<MetadataStatements, "listLogStreams" | "countLogStreams" | "findLogStream">;

interface Row {
  namespace: string;
  pod: string;
  container: string;
  source: string;
  lines: number;
  bytes: number;
  first_at: Date | null;
  last_at: Date | null;
}

const names = Prisma.sql`namespace, pod, container, source`;
const sums = Prisma.sql`sum(lines)::float8 AS lines, sum(bytes)::float8 AS bytes, min(first_at) AS first_at,
  max(last_at) AS last_at`;

/** Log streams: the sums of their members. A scope without logs has none. */
export function logStreamStatements({ sql }: Database): LogStreams {
  return {
    async listLogStreams(query) {
      const rows = await sql.$queryRaw<Row[]>`
        SELECT ${names}, ${sums} FROM log_streams
        WHERE ${Prisma.join([...conditions(query), ...behind(query.after)], " AND ")}
        GROUP BY ${names} ORDER BY ${names} LIMIT ${query.limit}`;
      return rows.map(toStream);
    },

    async countLogStreams(query) {
      const rows = await sql.$queryRaw<{ total: number }[]>`
        SELECT count(*)::float8 AS total FROM (
          SELECT DISTINCT ${names} FROM log_streams WHERE ${Prisma.join(conditions(query), " AND ")}
        ) AS streams`;
      return rows[0]?.total ?? 0;
    },

    async findLogStream(scope, stream) {
      const [namespace, pod, container] = [stream.namespace, stream.pod, stream.container].map(storableText);
      const rows = await sql.$queryRaw<Row[]>`
        SELECT ${names}, ${sums} FROM log_streams
        WHERE ${Prisma.join(conditions({ scope }), " AND ")} AND namespace = ${namespace} AND pod = ${pod}
          AND container = ${container} AND source = ${stream.source}
        GROUP BY ${names}`;
      return rows[0] && toStream(rows[0]);
    },
  };
}

function conditions({ scope, namespaces, pod, text }: Omit<LogStreamQuery, "limit" | "after">): Prisma.Sql[] {
  if (!scope.logs) return [Prisma.sql`false`];
  const all = [withinScope(scope, namespaces)];
  if (pod !== undefined) all.push(Prisma.sql`pod = ${storableText(pod)}`);
  if (text) {
    const pattern = containing(text.toLowerCase());
    all.push(Prisma.sql`lower(namespace || '/' || pod || '/' || container) LIKE ${pattern}`);
  }
  return all;
}

function behind(after: LogStreamQuery["after"]): Prisma.Sql[] {
  if (!after) return [];
  const position = readPosition(after);
  const texts = [position.text(), position.text(), position.text(), position.text()];
  position.end();
  return [Prisma.sql`(${names}) > (${Prisma.join(texts)})`];
}

function toStream({ lines, bytes, first_at, last_at, ...stream }: Row): LogStream {
  return {
    ...LogStreamRef.parse(stream),
    lines,
    bytes,
    ...(first_at && { firstAt: first_at.toISOString() }),
    ...(last_at && { lastAt: last_at.toISOString() }),
  };
}
