import type { Query } from "@kubin/logs";

/** The values of a field that a query names as a whole, wanted or not. `field` as facets name it. */
export function namedValues(query: Query, field: string): string[] {
  const items = query.type === "and" ? query.items : [query];
  const values = items.flatMap((item) => namedBy(item.type === "not" ? item.item : item, field) ?? []);
  return [...new Set(values)].filter((value) => !value.includes("*"));
}

function namedBy(item: Query, field: string): string | undefined {
  switch (item.type) {
    case "level":
      return field === "level" && item.op === "=" ? item.level : undefined;
    case "field":
      return field === item.field ? item.pattern : undefined;
    case "source":
      return field === "source" ? item.source : undefined;
    case "attribute":
      return field === item.name && item.op === "=" ? item.value : undefined;
    default:
      return undefined;
  }
}
