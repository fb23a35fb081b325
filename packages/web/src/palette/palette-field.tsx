import { IconSearch } from "@tabler/icons-react";
import { paletteTexts } from "../texts/palette.ts";
import { optionId } from "./option-id.ts";
import styles from "./palette.module.css";

interface PaletteFieldProps {
  text: string;
  /** Of the list below; undefined while there is none. */
  listId: string | undefined;
  activeKey: string | undefined;
  onText: (text: string) => void;
  onMove: (by: number) => void;
  onRun: (asPage: boolean) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Where one types. The focus stays here; the arrows move through the list. */
export function PaletteField({ text, listId, activeKey, onText, onMove, onRun }: PaletteFieldProps) {
  return (
    <div className={styles.field}>
      <IconSearch size={16} aria-hidden />
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in it
        autoFocus
        role="combobox"
        aria-label={paletteTexts.title}
        aria-expanded={listId !== undefined}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={activeKey === undefined ? undefined : optionId(activeKey)}
        placeholder={paletteTexts.field}
        value={text}
        maxLength={220}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method is composing, its keys are its own.
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") {
            event.preventDefault();
            onRun(event.metaKey || event.ctrlKey);
          }
          const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
          if (step === undefined) return;
          event.preventDefault();
          onMove(step);
        }}
      />
    </div>
  );
}
