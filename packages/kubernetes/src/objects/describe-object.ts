import type { Cell } from "@kubin/schema";
import { cellsOf } from "./columns/columns-of.ts";
import type { DescribedObject } from "./described-object.ts";
import { judgeHealth } from "./health/judge-health.ts";
import { type Json, text, textMap } from "./json.ts";
import { splitApiVersion } from "./object-key.ts";
import { podStatus } from "./pod-status.ts";
import { relationsOf } from "./relations/relations-of.ts";
import { searchTextOf } from "./search-text.ts";
import { storableObject } from "./storable.ts";

/**
 * Everything lists, filters and relations need to know of one object. Never throws: what a hostile or odd object
 * does not say in the expected shape is empty. `namespace`, `name` and `kind` may be "" then.
 */
export function describeObject(input: { plural: string; object: Json }): DescribedObject {
  const object = storableObject(input.object);
  const { group, version } = splitApiVersion(text(object, "apiVersion"));
  const plural = input.plural.toLowerCase();
  const kind = { group, plural };
  return {
    group,
    version,
    kind: text(object, "kind"),
    plural,
    namespace: text(object, "metadata.namespace"),
    name: text(object, "metadata.name"),
    uid: text(object, "metadata.uid") || undefined,
    createdAt: timeAt(object, "metadata.creationTimestamp"),
    labels: textMap(object, "metadata.labels"),
    ...judgeHealth(kind, object),
    cells: cellsOf(kind, object) satisfies Cell[],
    restarts: group === "" && plural === "pods" ? podStatus(object).restarts : 0,
    ...relationsOf(object),
    searchText: searchTextOf(object),
    object,
  };
}

function timeAt(object: Json, path: string): Date | undefined {
  return readTime(text(object, path));
}

/** A time between the years 1 and 9999, which every database takes. */
export function readTime(written: string): Date | undefined {
  const time = new Date(written);
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999 ? time : undefined;
}
