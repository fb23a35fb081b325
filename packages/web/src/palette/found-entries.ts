import type { FoundObject } from "@kubin/schema";
import { paletteTexts } from "../texts/palette.ts";
import type { PaletteEntry } from "./palette-entry.ts";

/** What the server found, as entries. `within` keeps the same object apart in two groups. */
export function foundEntries(found: readonly FoundObject[], within: string): PaletteEntry[] {
  return found.map(({ group, plural, kind, namespace, name, health, matched, excerpt }) => ({
    key: `${within} ${group}/${plural}/${namespace}/${name}`,
    icon: "object",
    name,
    what: paletteTexts.objectIn(kind, namespace),
    health,
    ...(matched !== "name" && { found: { where: paletteTexts.where[matched], text: excerpt } }),
    to: { page: "object", group, plural, namespace, name },
  }));
}
