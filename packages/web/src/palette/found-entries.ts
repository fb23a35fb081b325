import type { FoundObject } from "@kubin/schema";
import { paletteTexts } from "../texts/palette.ts";
import type { PaletteEntry } from "./palette-entry.ts";

/** Who has an address comes before what only tells of it, and a node before the pods that borrow its own. */
const listeners = ["nodes", "pods", "services"];

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

/** Found by name, then by address, then the rest; each otherwise as the server has them. */
function byWhoListens(a: FoundObject, b: FoundObject): number {
  return rank(a) - rank(b);
}

function rank({ matched, group, plural }: FoundObject): number {
  if (matched === "name") return -1;
  const place = group === "" ? listeners.indexOf(plural) : -1;
  if (matched === "address") return place < 0 ? listeners.length : place;
  return listeners.length + 1;
}
