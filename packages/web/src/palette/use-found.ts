import type { KindCount } from "@kubin/schema";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFinding } from "../data/find-queries.ts";
import { useSettled } from "./use-settled.ts";
import { whatToFind } from "./what-to-find.ts";

const namesPauseMs = 120;
/** Walking all objects is work: only for what somebody stopped typing at. */
const textPauseMs = 450;
const leastLetters = 3;
const enough = 100;

/** Objects by name as one types, then in their whole text, page by page for as long as this is shown. */
export function useFound(text: string, kinds: readonly KindCount[]) {
  const finding = useFinding();
  const asked = useSettled(text, namesPauseMs);
  const named = whatToFind(asked, kinds);
  const byName = useQuery({ ...finding.byName(named.text), enabled: asked !== "" });
  const settled = useSettled(text, textPauseMs);
  const walks = settled === text && settled.length >= leastLetters;
  const byText = useInfiniteQuery({ ...finding.byText(whatToFind(settled, []).text), enabled: walks });
  const [stoppedAt, setStoppedAt] = useState("");
  const stopped = stoppedAt === settled;
  const pages = walks ? (byText.data?.pages ?? []) : [];
  const names = asked === "" ? [] : (byName.data?.items ?? []).filter((item) => isOf(named.kinds, item));
  const known = new Set(names.map(keyOf));
  const inText = pages.flatMap((page) => page.items).filter((item) => !known.has(keyOf(item)));
  const full = inText.length >= enough;
  const { hasNextPage, isFetching, fetchNextPage, isError } = byText;
  useEffect(() => {
    if (walks && hasNextPage && !isFetching && !isError && !stopped && !full) void fetchNextPage();
  }, [walks, hasNextPage, isFetching, fetchNextPage, isError, stopped, full]);
  return {
    names,
    inText: inText.slice(0, enough),
    searched: pages.reduce((sum, page) => sum + page.searched, 0),
    /** Names for another text are still shown. */
    isStale: text !== "" && (asked !== text || byName.isPlaceholderData || byName.isLoading),
    failed: text !== "" && (byName.isError || (walks && isError)),
    walk: !walks ? "none" : stopped ? "stopped" : full ? "full" : isFetching || hasNextPage ? "walking" : "done",
    stop: () => setStoppedAt(settled),
  } as const;
}

function isOf(kinds: readonly KindCount[], item: { group: string; plural: string }): boolean {
  return kinds.length === 0 || kinds.some(({ group, plural }) => group === item.group && plural === item.plural);
}

function keyOf(item: { group: string; plural: string; namespace: string; name: string }): string {
  return `${item.group}/${item.plural}/${item.namespace}/${item.name}`;
}
