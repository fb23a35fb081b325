import type { KindCount } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useQuestions } from "../data/use-questions.ts";
import { useOpens } from "../place/opens-context.ts";
import { useGo } from "../place/use-go.ts";
import { useSearch } from "../place/use-search.ts";
import { countText } from "../plain/count-text.ts";
import { paletteTexts } from "../texts/palette.ts";
import styles from "./palette.module.css";
import type { PaletteEntry } from "./palette-entry.ts";
import { PaletteField } from "./palette-field.tsx";
import { PaletteFoot } from "./palette-foot.tsx";
import { PaletteList } from "./palette-list.tsx";
import type { Typed } from "./typed.ts";
import { useActions } from "./use-actions.ts";
import { useFound } from "./use-found.ts";
import { usePaletteGroups } from "./use-palette-groups.ts";

export interface PaletteProps {
  /** What it begins with. */
  typed: Typed;
  onClose: () => void;
  /** Opens something else instead. */
  onAbove: (above: "help" | "namespaces") => void;
  /** An object was chosen that opens in the drawer: the focus belongs there. */
  onDrawer: () => void;
}

const listId = "palette-list";
const noKinds: readonly KindCount[] = [];

/** Finds anything and goes there: objects, kinds, pages, actions; after a colon, commands as in k9s. */
export function Palette({ typed, onClose, onAbove, onDrawer }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(typed.text);
  // Enter came before the answer to what is typed: its first entry is meant.
  const [entered, setEntered] = useState(typed.entered);
  const [chosen, setChosen] = useState<string>();
  const [told, setTold] = useState("");
  const go = useGo();
  const opens = useOpens();
  const [, change] = useSearch();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const isCommand = text.startsWith(":");
  const { data: kinds = noKinds } = useQuery(useQuestions().kinds());
  const found = useFound(isCommand ? "" : text.trim().slice(0, 200), kinds);
  const chooseNamespaces = useCallback(() => onAbove("namespaces"), [onAbove]);
  const actions = useActions({ help: () => onAbove("help"), chooseNamespaces, tell: setTold });
  const groups = usePaletteGroups({
    text,
    kinds,
    found,
    actions,
    chooseNamespaces,
    setNamespaces: (names) => change({ ns: names.join(",") }, { push: true }),
  });
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.key === chosen),
  );
  const active = entries[at];
  // What is known here stays the first; of what was found for fewer letters nobody chose the first.
  const isPassing = found.isStale && chosen === undefined && groups[0]?.key !== "local";
  const run = (entry: PaletteEntry | undefined, asPage: boolean) => {
    if (!entry) return;
    // Closed first: the dialog gives the focus back, and the page that comes takes it.
    if (!isCopying(entry)) dialog.current?.close();
    if (typeof entry.to === "function") {
      entry.to();
      return;
    }
    go(entry.to, { asPage });
    if (entry.to.page === "object" && opens === "drawer" && !asPage) onDrawer();
  };
  const runEntered = useEffectEvent(() => {
    setEntered(false);
    run(active, false);
  });
  const awaited = entered && active !== undefined && !found.isStale;
  useEffect(() => {
    if (awaited) runEntered();
  }, [awaited]);
  const move = (by: number) => {
    const next = entries[(at + by + entries.length) % entries.length];
    if (next) setChosen(next.key);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it; on the keyboard Escape does, by itself
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={paletteTexts.title}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <PaletteField
        text={text}
        listId={listId}
        activeKey={active?.key}
        onText={(now) => {
          setText(now);
          setEntered(false);
          setChosen(undefined);
          setTold("");
        }}
        onMove={move}
        onRun={(asPage) => (active && !isPassing ? run(active, asPage) : setEntered(true))}
      />
      <PaletteList
        id={listId}
        groups={groups}
        activeKey={active?.key}
        text={isCommand ? "" : text.trim()}
        stale={found.isStale}
        onPoint={setChosen}
        onRun={run}
      />
      <PaletteFoot words={told || stateOf()} {...(found.walk === "walking" && { onStop: found.stop })} />
    </dialog>
  );

  function stateOf(): string {
    if (text.trim() === "") return "";
    if (found.failed) return paletteTexts.failed;
    if (entries.length === 0 && (found.isStale || found.walk === "walking")) return paletteTexts.looking;
    if (entries.length === 0 && isCommand) return paletteTexts.noCommand(text.slice(1).trim());
    const count =
      entries.length === 0
        ? paletteTexts.none(text.trim())
        : paletteTexts.count(countText(entries.length), entries.length);
    if (found.walk === "none") return count;
    return `${count} ${paletteTexts.walk[found.walk](countText(found.searched))}`;
  }
}

function isCopying(entry: PaletteEntry): boolean {
  return entry.name === paletteTexts.copyLink || entry.name === paletteTexts.copySummary;
}
