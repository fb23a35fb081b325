import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { use } from "react";
import { useFinding } from "../data/find-queries.ts";
import { useQuestions } from "../data/use-questions.ts";
import { useSummary } from "../data/use-summary.ts";
import { useGoToSnapshot } from "../frame/use-go-to-snapshot.ts";
import { trouble } from "../pages/list/list-search.ts";
import { useBase } from "../place/base-context.ts";
import { useRouteWords } from "../place/use-route-words.ts";
import { useSearch } from "../place/use-search.ts";
import { copyText } from "../plain/copy-text.ts";
import { paletteTexts } from "../texts/palette.ts";
import { TimeZoneContext } from "../times/time-zone.ts";
import type { PaletteEntry } from "./palette-entry.ts";

interface ActionContext {
  help: () => void;
  chooseNamespaces: () => void;
  /** Tells the outcome of what leaves nothing to see. */
  tell: (words: string) => void;
}

/** What can be done from anywhere. */
export function useActions({ help, chooseNamespaces, tell }: ActionContext): PaletteEntry[] {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const { zone, choose } = use(TimeZoneContext);
  const [search, change] = useSearch();
  const { plural, name } = useRouteWords("plural", "name");
  const queryClient = useQueryClient();
  const questions = useQuestions();
  const summary = useSummary();
  const isOwner = useBase().by === "id";
  const { data: neighbours } = useQuery({ ...useFinding().neighbours(), enabled: isOwner });
  const goToSnapshot = useGoToSnapshot();
  const copy = async (text: string) => tell((await copyText(text)) ? paletteTexts.copied : paletteTexts.refused);
  const copySummary = async () => {
    try {
      await copy(summary(await queryClient.fetchQuery(questions.overview())));
    } catch {
      tell(paletteTexts.summaryFailed);
    }
  };
  const actions: [string, (() => void) | undefined, string?][] = [
    [paletteTexts.copyLink, () => void copy(window.location.href)],
    [paletteTexts.copySummary, () => void copySummary()],
    [dark ? paletteTexts.toLight : paletteTexts.toDark, () => setColorScheme(dark ? "light" : "dark")],
    [zone === "utc" ? paletteTexts.toLocal : paletteTexts.toUtc, () => choose(zone === "utc" ? "local" : "utc")],
    [paletteTexts.chooseNamespaces, chooseNamespaces, "N"],
    [
      search.health === trouble ? paletteTexts.notOnlyTrouble : paletteTexts.onlyTrouble,
      plural !== "" && name === "" ? () => change({ health: search.health === trouble ? "" : trouble }) : undefined,
    ],
    [paletteTexts.previous, stepTo(neighbours?.previous?.id), "["],
    [paletteTexts.next, stepTo(neighbours?.next?.id), "]"],
    [paletteTexts.help, help, "?"],
  ];
  function stepTo(id: string | undefined) {
    return id === undefined ? undefined : () => goToSnapshot(id);
  }
  return actions.flatMap(([title, to, aside]) =>
    to === undefined
      ? []
      : { key: `action ${title}`, icon: "action", name: title, what: paletteTexts.action, to, ...(aside && { aside }) },
  );
}
