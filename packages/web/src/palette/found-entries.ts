import type { FoundObject } from "@kubin/schema";
import { paletteTexts } from "../texts/palette.ts";
import type { PaletteEntry } from "./palette-entry.ts";

/** Who has an address comes before what only tells of it. */
const listeners = ["pods", "services", "nodes"];

/** What the server found, as entries. `within` keeps the same object apart in two groups. */
export function foundEntries(found: readonly FoundObject[], within: string): PaletteEntry[] {
  return [...found].sort(byWhoListens).map(({ group, plural, kind, namespace, name, health, matched, excerpt }) => ({
    key: `${within} ${group}/${plural}/${namespace}/${name}`,
    icon: "object",
    name,
    what: paletteTexts.objectIn(kind, namespace),
    health,
    ...(matched !== "name" && { found: { where: paletteTexts.where[matched], text: excerpt } }),
    to: { page: "object", group, plural, namespace, name },
  }));
}

function byWhoListens(a: FoundObject, b: FoundObject): number {
  return a.matched === "address" && b.matched === "address" ? placeOf(a) - placeOf(b) : 0;
}

function placeOf({ group, plural }: FoundObject): number {
  const place = group === "" ? listeners.indexOf(plural) : -1;
  return place < 0 ? listeners.length : place;
}
