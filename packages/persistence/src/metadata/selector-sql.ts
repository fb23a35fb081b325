import type { SelectorRequirement } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import { storableText } from "./storable.ts";

/** Whether `labels` meet one requirement; as in Kubernetes, `notin` also holds where the label is absent. */
export function meetsRequirement({ key, op, values }: SelectorRequirement): Prisma.Sql {
  const label = Prisma.sql`(labels ->> ${storableText(key)})`;
  const wanted = values.map(storableText);
  switch (op) {
    case "in":
      return Prisma.sql`coalesce(${label} = ANY(${wanted}::text[]), false)`;
    case "notin":
      return Prisma.sql`NOT coalesce(${label} = ANY(${wanted}::text[]), false)`;
    case "exists":
      return Prisma.sql`${label} IS NOT NULL`;
    case "absent":
      return Prisma.sql`${label} IS NULL`;
    case "gt":
      return comparison({ label, operator: Prisma.sql`>`, value: wanted[0] });
    case "lt":
      return comparison({ label, operator: Prisma.sql`<`, value: wanted[0] });
  }
}

/** Integers only, on both sides. CASE keeps the cast from texts that are none. */
function comparison(opts: { label: Prisma.Sql; operator: Prisma.Sql; value: string | undefined }): Prisma.Sql {
  const { label, operator, value } = opts;
  if (value === undefined || !/^-?\d{1,100}$/.test(value)) return Prisma.sql`false`;
  const integer = Prisma.sql`${label} ~ '^-?[0-9]{1,100}$'`;
  return Prisma.sql`(CASE WHEN ${integer} THEN ${label}::numeric ${operator} ${value}::numeric ELSE false END)`;
}
