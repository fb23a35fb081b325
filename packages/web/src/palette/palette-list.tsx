import { useEffect, useRef } from "react";
import { paletteTexts } from "../texts/palette.ts";
import { optionId } from "./option-id.ts";
import styles from "./palette.module.css";
import type { PaletteEntry, PaletteGroup } from "./palette-entry.ts";
import { PaletteOption } from "./palette-option.tsx";

interface PaletteListProps {
  id: string;
  groups: readonly PaletteGroup[];
  activeKey: string | undefined;
  /** Marked where it is found. */
  text: string;
  /** These are answers to what was typed before. */
  stale: boolean;
  onPoint: (key: string) => void;
  onRun: (entry: PaletteEntry, asPage: boolean) => void;
}

/** The entries under their titles. The pointer chooses as it moves; the field holds the focus. */
export function PaletteList({ id, groups, activeKey, text, stale, onPoint, onRun }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (activeKey !== undefined) document.getElementById(optionId(activeKey))?.scrollIntoView({ block: "nearest" });
  }, [activeKey]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={paletteTexts.results}
      tabIndex={-1}
      className={styles.list}
      data-stale={stale}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups of options, and no fieldset
        <div key={group.key} role="group" aria-labelledby={`palette-group-${group.key}`}>
          <div id={`palette-group-${group.key}`} role="presentation" className={styles.title}>
            {group.title}
          </div>
          {group.entries.map((entry) => (
            <PaletteOption
              key={entry.key}
              entry={entry}
              active={entry.key === activeKey}
              text={text}
              onPoint={onPoint}
              onRun={onRun}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
