import type { LogFacetSearch } from "@kubin/core";
import type { LogFacets } from "@kubin/schema";
import type { ParamBinder } from "./log-params.ts";
import { whereOf } from "./log-where.ts";
import { type LogReader, readRows } from "./read-rows.ts";

/** Fields that are columns of their own. */
const columns: ReadonlySet<string> = new Set(["namespace", "pod", "container", "source", "level", "format"]);

/** `facet`: number of the field, -1 for all lines. An empty value: lines without the field. */
type FacetRow = [facet: number, value: string, lines: number];

/** Values of fields among the lines of a query, the most frequent ones, in one pass over the lines. */
export async function facetLines(reader: LogReader, search: LogFacetSearch): Promise<LogFacets> {
  const { fields, limit } = search;
  const where = whereOf(search.scope, search.query);
  if (where === undefined) return { lines: 0, facets: fields.map((field) => facetOf(field, [])), tookMs: 0 };
  const { binder } = where;
  const keys = fields.map((_, index) => `f${index}`);
  const picked = keys.map((key, index) => `${fieldSql(binder, fields[index] ?? "")} AS ${key}`);
  const which = keys.map((key, index) => `grouping(${key}) = 0, ${index}`).join(", ");
  const value = keys.map((key, index) => `facet = ${index}, toString(${key})`).join(", ");
  const { rows, tookMs, incomplete } = await readRows<FacetRow>(reader, {
    sql: `SELECT multiIf(${which}, -1) AS facet, multiIf(${value}, '') AS value, count() AS lines
      FROM (SELECT ${picked.join(", ")} FROM log_lines WHERE ${where.sql})
      GROUP BY GROUPING SETS (${keys.map((key) => `(${key})`).join(", ")}, ())
      ORDER BY facet, value = '' DESC, lines DESC, value LIMIT ${binder.bind("UInt32", limit + 1)} BY facet`,
    params: binder.params,
    caller: search,
  });
  const total = rows.find(([facet]) => facet === -1)?.[2] ?? 0;
  const facets = fields.map((field, index) => {
    const own = rows.filter(([facet]) => facet === index);
    return facetOf(field, own, { total, limit });
  });
  return { lines: total, facets, tookMs, ...(incomplete === undefined ? {} : { incomplete }) };
}

function facetOf(field: string, rows: readonly FacetRow[], { total, limit } = { total: 0, limit: 0 }) {
  const without = rows.find(([, value]) => value === "")?.[2] ?? 0;
  const values = rows.filter(([, value]) => value !== "").slice(0, limit);
  const listed = values.reduce((sum, [, , lines]) => sum + lines, 0);
  return {
    field,
    values: values.map(([, value, lines]) => ({ value, lines })),
    others: total - without - listed,
    without,
  };
}

/** A column, or the attribute of that name. */
function fieldSql(binder: ParamBinder, field: string): string {
  return columns.has(field) ? field : `fields[${binder.bind("String", field)}]`;
}
