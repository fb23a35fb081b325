import type { KindCount } from "@kubin/schema";
import { kindTitle } from "../frame/kind-title.ts";
import { hasHelm } from "../frame/pages-of.ts";
import { countText } from "../plain/count-text.ts";
import { paletteTexts } from "../texts/palette.ts";
import { fitOf, kindNames } from "./kind-names.ts";
import { pageList } from "./page-list.ts";
import type { PaletteEntry } from "./palette-entry.ts";

const shownAtMost = 6;

/** Kinds, pages and actions whose names begin so, at once and without asking anybody; the best first. */
export function localEntries(opts: {
  text: string;
  kinds: readonly KindCount[];
  actions: readonly PaletteEntry[];
}): PaletteEntry[] {
  const text = opts.text.trim().toLowerCase();
  if (text === "") return [];
  const found: { fit: number; entry: PaletteEntry }[] = [];
  const offer = (fit: number | undefined, entry: PaletteEntry) => {
    if (fit !== undefined) found.push({ fit, entry });
  };
  for (const kind of opts.kinds) {
    const group = kind.group === "" ? paletteTexts.kind : paletteTexts.kindOf(kind.group);
    offer(fitOf([...kindNames(kind), kindTitle(kind.kind).toLowerCase()], text), {
      key: `kind ${kind.group}/${kind.plural}`,
      icon: "kind",
      name: kindTitle(kind.kind),
      what: group,
      aside: countText(kind.total),
      to: { page: "list", group: kind.group, plural: kind.plural },
    });
  }
  for (const { name, words, place } of pageList(hasHelm(opts.kinds))) {
    offer(fitOf([...words, name.toLowerCase()], text), {
      key: `page ${place.page}`,
      icon: "page",
      name,
      what: paletteTexts.page,
      to: place,
    });
  }
  for (const action of opts.actions) offer(wordsFit(action.name, text), action);
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, shownAtMost)
    .map(({ entry }) => entry);
}

/** Each word typed begins a word of the name; worse than a kind or page. */
function wordsFit(name: string, text: string): number | undefined {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return text.split(/\s+/).every((typed) => words.some((word) => word.startsWith(typed))) ? 2 : undefined;
}
