import type { KindCount } from "@kubin/schema";
import { useState } from "react";
import { isLive } from "../data/is-live.ts";
import { useSnapshot } from "../data/snapshot-context.ts";
import { paletteTexts } from "../texts/palette.ts";
import { commandEntries } from "./command-entries.ts";
import { foundEntries } from "./found-entries.ts";
import { localEntries } from "./local-entries.ts";
import type { PaletteEntry, PaletteGroup } from "./palette-entry.ts";
import { recentObjects } from "./recent-objects.ts";
import type { useFound } from "./use-found.ts";

interface Given {
  /** As typed; a colon at its beginning makes it a command. */
  text: string;
  kinds: readonly KindCount[];
  found: ReturnType<typeof useFound>;
  actions: readonly PaletteEntry[];
  chooseNamespaces: () => void;
  setNamespaces: (names: readonly string[]) => void;
}

/** What the palette shows for a text. What is known here comes first and at once, so that later answers only add below. */
export function usePaletteGroups({
  text,
  kinds,
  found,
  actions,
  chooseNamespaces,
  setNamespaces,
}: Given): PaletteGroup[] {
  const { snapshot } = useSnapshot();
  const [recent] = useState(() => recentObjects(snapshot.id));
  if (text.startsWith(":")) {
    const back = () => window.history.back();
    const complete = !isLive(snapshot.state);
    const entries = commandEntries(text.slice(1), { kinds, complete, chooseNamespaces, setNamespaces, back });
    return filled([{ key: "commands", title: paletteTexts.commands, entries }]);
  }
  if (text.trim() === "") {
    const entries = recent.map((target): PaletteEntry => {
      const kind = kinds.find((one) => one.group === target.group && one.plural === target.plural)?.kind;
      return {
        key: `recent ${target.group}/${target.plural}/${target.namespace}/${target.name}`,
        icon: "recent",
        name: target.name,
        what: paletteTexts.objectIn(kind ?? target.plural, target.namespace),
        to: { page: "object", ...target },
      };
    });
    return filled([
      { key: "recent", title: paletteTexts.recent, entries },
      { key: "local", title: paletteTexts.actions, entries: actions.map((action) => ({ ...action, what: "" })) },
    ]);
  }
  return filled([
    { key: "local", title: paletteTexts.goAndDo, entries: localEntries({ text, kinds, actions }) },
    { key: "objects", title: paletteTexts.objects, entries: foundEntries(found.names, "name") },
    { key: "text", title: paletteTexts.inText, entries: foundEntries(found.inText, "text") },
  ]);
}

function filled(groups: PaletteGroup[]): PaletteGroup[] {
  return groups.filter((group) => group.entries.length > 0);
}
