import type { FoundNode, FoundPodAmounts, MetadataStatements, NodeSums } from "@kubin/core";
import type { CertificateFact, CertificateHolder, ImageUse } from "@kubin/schema";
import { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";
import { healths, restRank } from "./resource-row.ts";
import { withinScope } from "./scope-sql.ts";
import { storableText } from "./storable.ts";

type Analytics = Pick<MetadataStatements, "nodes" | "nodeSums" | "podAmounts" | "images" | "certificates">;

type NodeRow = Omit<FoundNode, "health" | "usage"> & { health: number; total: number };

interface SumRow {
  node: string;
  pods: number;
  rc: number;
  rm: number;
  lc: number;
  lm: number;
}

type PodAmounts = Pick<FoundPodAmounts, "requests" | "limits">;

interface CertificateRow extends Pick<CertificateFact, "subject" | "objects"> {
  not_after: Date;
  holders: CertificateHolder[];
  total: number;
  expired: number;
  soon: number;
}

const maxNamespaces = 50;
/** Of one certificate: authorities stand in objects of every namespace. */
const maxHolders = 50;
/** Far more nodes than a cluster has. */
const maxMetrics = 20_000;
/** Far more pods than a node takes. */
const maxPods = 2_000;
const isPod = Prisma.sql`"group" = '' AND plural = 'pods'`;

/** Sums over the objects of a snapshot, from the facts kept beside each. */
export function analyticsStatements({ sql }: Database): Analytics {
  return {
    async nodes(scope, limit) {
      const within = withinScope(scope);
      const [rows, metrics] = await Promise.all([
        sql.$queryRaw<NodeRow[]>`
          SELECT name, health, reason, object #> '{status,allocatable}' AS allocatable, total FROM (
            SELECT name, health, reason, object, part_id, index, (count(*) OVER ())::float8 AS total FROM resources
            WHERE ${within} AND "group" = '' AND plural = 'nodes'
            ORDER BY least(health, ${restRank}::int), name, part_id, index LIMIT ${limit}
          ) AS nodes ORDER BY least(health, ${restRank}::int), name, part_id, index`,
        sql.$queryRaw<Pick<FoundNode, "name" | "usage">[]>`
          SELECT name, object -> 'usage' AS usage FROM resources
          WHERE ${within} AND "group" = 'metrics.k8s.io' AND plural = 'nodes' AND namespace = ''
          ORDER BY name LIMIT ${maxMetrics}`,
      ]);
      const usages = new Map(metrics.map(({ name, usage }) => [name, usage]));
      const items = rows.map(({ total: _, health, ...node }) => ({
        ...node,
        health: healths[health] ?? "unknown",
        usage: usages.get(node.name),
      }));
      return { items, total: rows[0]?.total ?? 0 };
    },

    async nodeSums(scope) {
      const sum = (path: string) => Prisma.sql`sum((amounts #>> ${path}::text[])::float8)`;
      const rows = await sql.$queryRaw<SumRow[]>`
        SELECT node, count(*)::float8 AS pods, ${sum("{requests,cpu}")} AS rc, ${sum("{requests,memory}")} AS rm,
          ${sum("{limits,cpu}")} AS lc, ${sum("{limits,memory}")} AS lm
        FROM resources WHERE ${withinScope(scope)} AND ${isPod} AND amounts IS NOT NULL GROUP BY node ORDER BY node`;
      return rows.map(
        ({ node, pods, rc, rm, lc, lm }): NodeSums => ({
          node,
          pods,
          requests: { cpu: rc, memory: rm },
          limits: { cpu: lc, memory: lm },
        }),
      );
    },

    async podAmounts(scope, node) {
      const rows = await sql.$queryRaw<{ namespace: string; name: string; amounts: PodAmounts }[]>`
        SELECT namespace, name, amounts FROM resources
        WHERE ${withinScope(scope)} AND ${isPod} AND amounts IS NOT NULL AND node = ${storableText(node)}
        ORDER BY namespace, name, part_id, index LIMIT ${maxPods}`;
      return rows.map(({ namespace, name, amounts: { requests, limits } }) => ({ namespace, name, requests, limits }));
    },

    async images(scope, limit) {
      const rows = await sql.$queryRaw<(ImageUse & { total: number })[]>`
        SELECT image, count(*)::float8 AS pods,
          (array_agg(DISTINCT namespace ORDER BY namespace))[1:${maxNamespaces}::int] AS namespaces,
          (count(*) OVER ())::float8 AS total
        FROM resources, unnest(images) AS image WHERE ${withinScope(scope)} AND ${isPod}
        GROUP BY image ORDER BY count(*) DESC, image COLLATE "C" LIMIT ${limit}`;
      return { items: rows.map(({ total: _, ...use }) => use), total: rows[0]?.total ?? 0 };
    },

    async certificates({ scope, now, limit }) {
      const ended = Prisma.sql`not_after <= ${now}::timestamptz`;
      const ending = Prisma.sql`not_after > ${now}::timestamptz AND not_after <= ${now}::timestamptz + interval '30 days'`;
      const rows = await sql.$queryRaw<CertificateRow[]>`
        WITH held AS (
          -- An object holds the same one in several places, as each webhook of a configuration does.
          SELECT one ->> 'subject' AS subject, (one ->> 'notAfter')::timestamptz AS not_after, "group", kind, plural, namespace,
            name, part_id, index, min(one ->> 'at' COLLATE "C") AS at
          FROM resources, jsonb_array_elements(certificates) AS one
          WHERE ${withinScope(scope)} AND certificates IS NOT NULL
          GROUP BY one ->> 'subject', (one ->> 'notAfter')::timestamptz, part_id, index, "group", kind, plural, namespace, name
        ), placed AS (
          SELECT *, row_number() OVER (
            PARTITION BY subject, not_after ORDER BY namespace, name, plural, part_id, index) AS place FROM held
        )
        SELECT subject, not_after, count(*)::float8 AS objects,
          jsonb_agg(jsonb_build_object('group', "group", 'kind', kind, 'plural', plural, 'namespace', namespace,
            'name', name, 'at', at) ORDER BY place) FILTER (WHERE place <= ${maxHolders}::int) AS holders,
          (count(*) OVER ())::float8 AS total,
          (count(*) FILTER (WHERE ${ended}) OVER ())::float8 AS expired,
          (count(*) FILTER (WHERE ${ending}) OVER ())::float8 AS soon
        FROM placed GROUP BY subject, not_after ORDER BY not_after, subject COLLATE "C" LIMIT ${limit}`;
      const { total, expired, soon } = rows[0] ?? { total: 0, expired: 0, soon: 0 };
      return { items: rows.flatMap(toCertificate), total, expired, soon };
    },
  };
}

function toCertificate({ subject, not_after, objects, holders }: CertificateRow): CertificateFact[] {
  const [first, ...others] = holders;
  return first ? [{ ...first, subject, notAfter: not_after.toISOString(), objects, others }] : [];
}
