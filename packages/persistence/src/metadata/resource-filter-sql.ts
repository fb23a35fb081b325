import type { ResourceQuery, Scope } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import { containing } from "./like-pattern.ts";
import { healths } from "./resource-row.ts";
import { withinScope } from "./scope-sql.ts";
import { meetsRequirement } from "./selector-sql.ts";
import { storableText } from "./storable.ts";

type Filter = ResourceQuery["filter"];

/** Conditions on columns that `resources` and `resource_counts` share. */
export function kindConditions(scope: Scope, { group, plural, namespaces, health }: Filter): Prisma.Sql[] {
  const conditions = [withinScope(scope, namespaces)];
  if (group !== undefined) conditions.push(Prisma.sql`"group" = ${storableText(group)}`);
  if (plural !== undefined) conditions.push(Prisma.sql`plural = ${storableText(plural)}`);
  if (health && health.length > 0) {
    conditions.push(Prisma.sql`health = ANY(${health.map((one) => healths.indexOf(one))}::smallint[])`);
  }
  return conditions;
}

/**
 * Conditions that need the row of each object. CASE hides what labels and texts hold from the planner: it would guess
 * that next to nothing matches, and read and sort the whole kind instead of walking the index until the page is full.
 */
export function rowConditions({ name, selector, text }: Filter): Prisma.Sql[] {
  const conditions = name === undefined ? [] : [Prisma.sql`name = ${storableText(name)}`];
  const guessed = (selector ?? []).map(meetsRequirement);
  if (text) guessed.push(Prisma.sql`search_text LIKE ${containing(text.toLowerCase())}`);
  if (guessed.length > 0)
    conditions.push(Prisma.sql`CASE WHEN ${Prisma.join(guessed, " AND ")} THEN true ELSE false END`);
  return conditions;
}
