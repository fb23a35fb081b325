import { knownKinds } from "@kubin/kubernetes";
import type { KindCount } from "@kubin/schema";
import { kindTitle } from "../frame/kind-title.ts";
import { hasHelm } from "../frame/pages-of.ts";
import type { Place, Search } from "../place/place.ts";
import { countText } from "../plain/count-text.ts";
import { frameTexts } from "../texts/frame.ts";
import { paletteTexts } from "../texts/palette.ts";
import { fitOf, kindNames } from "./kind-names.ts";
import { pageList } from "./page-list.ts";
import type { PaletteEntry } from "./palette-entry.ts";
import { parseCommand } from "./parse-command.ts";

interface CommandContext {
  kinds: readonly KindCount[];
  /** Everything has arrived: what is not there will not come. */
  complete: boolean;
  /** `:ns` alone. */
  chooseNamespaces: () => void;
  /** `:ns a b`, `:ns all`. */
  setNamespaces: (names: readonly string[]) => void;
  /** `:q` */
  back: () => void;
}

const shownAtMost = 30;

/** What a command as in k9s may mean, the best first: `pods`, `deploy shop`, `ns`, `events`, `q`. */
export function commandEntries(text: string, context: CommandContext): PaletteEntry[] {
  const command = parseCommand(text);
  const { word, namespaces } = command;
  const found: { fit: number; entry: PaletteEntry }[] = [];
  const offer = (names: readonly string[], entry: PaletteEntry) => {
    const fit = word === "" ? 1 : fitOf(names, word);
    if (fit !== undefined) found.push({ fit, entry });
  };
  offer(["ns", "namespace", "namespaces"], namespacesEntry(namespaces, context));
  for (const { words, name, place } of pageList(hasHelm(context.kinds))) {
    offer(words, {
      key: `page ${place.page}`,
      icon: "page",
      name,
      what: paletteTexts.page,
      aside: `:${words[0] ?? ""}`,
      to: { ...place, search: searchOf(command, true) },
    });
  }
  for (const kind of context.kinds) {
    const names = kindNames(kind);
    offer(names, {
      key: `kind ${kind.group}/${kind.plural}`,
      icon: "kind",
      name: kindTitle(kind.kind),
      what: whatOf(kind, namespaces),
      // Of all namespaces, so it says nothing where some are chosen.
      ...(namespaces.length === 0 && { aside: countText(kind.total) }),
      to: kindPlace(kind, searchOf(command, kind.namespaced)),
    });
  }
  offer(["q", "quit", "q!"], {
    key: "back",
    icon: "action",
    name: paletteTexts.back,
    what: paletteTexts.action,
    aside: ":q",
    to: context.back,
  });
  if (context.complete && found.every(({ fit }) => fit !== 0)) found.push(...notCaptured(word, context.kinds));
  // Sorting keeps the order of equals: pages, then kinds as the navigation knows them, core first.
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, shownAtMost)
    .map(({ entry }) => entry);
}

/** Where nothing here is called so, but a kind of Kubernetes is: leads to what was not captured. */
function notCaptured(word: string, kinds: readonly KindCount[]) {
  // Without any kind they are not known yet.
  if (kinds.length === 0) return [];
  return knownKinds
    .filter((known) => fitOf(kindNames(known), word) === 0)
    .map((known) => ({
      fit: 0,
      entry: {
        key: `not captured ${known.group}/${known.plural}`,
        icon: "page",
        name: paletteTexts.notCaptured(kindTitle(known.kind)),
        what: frameTexts.coverage,
        to: { page: "coverage" },
      } satisfies PaletteEntry,
    }));
}

function namespacesEntry(names: readonly string[], context: CommandContext): PaletteEntry {
  const all = names.length === 1 && (names[0] === "all" || names[0] === "-");
  return {
    key: "namespaces",
    icon: "action",
    name: names.length === 0 ? paletteTexts.chooseNamespaces : all ? paletteTexts.allNamespaces : names.join(", "),
    what: names.length === 0 || all ? paletteTexts.action : paletteTexts.onlyNamespaces,
    aside: ":ns",
    to: names.length === 0 ? context.chooseNamespaces : () => context.setNamespaces(all ? [] : names),
  };
}

function kindPlace(kind: KindCount, search: Search): Place {
  return { page: "list", group: kind.group, plural: kind.plural, search };
}

function searchOf({ namespaces, filter }: ReturnType<typeof parseCommand>, namespaced: boolean): Search {
  return {
    ...(namespaced && namespaces.length > 0 && { ns: namespaces.join(",") }),
    ...(filter !== undefined && { q: filter }),
  };
}

function whatOf(kind: KindCount, namespaces: readonly string[]): string {
  const group = kind.group === "" ? paletteTexts.kind : paletteTexts.kindOf(kind.group);
  return kind.namespaced && namespaces.length > 0 ? paletteTexts.inNamespaces(group, namespaces.join(", ")) : group;
}
