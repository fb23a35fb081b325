import { useLayoutEffect, useRef } from "react";
import { paletteTexts } from "../texts/palette.ts";
import styles from "./palette.module.css";
import { PaletteField } from "./palette-field.tsx";
import { PaletteFoot } from "./palette-foot.tsx";
import type { Typed } from "./typed.ts";

interface PaletteWaitingProps {
  typed: Typed;
  onTyped: (typed: Typed) => void;
  onClose: () => void;
}

/** Stands where the palette will, so that no key typed before its code is there is lost or taken for another's. */
export function PaletteWaiting({ typed, onTyped, onClose }: PaletteWaitingProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={paletteTexts.title} onClose={onClose}>
      <PaletteField
        text={typed.text}
        listId={undefined}
        activeKey={undefined}
        onText={(text) => onTyped({ text, entered: false })}
        onMove={() => undefined}
        onRun={() => onTyped({ ...typed, entered: true })}
      />
      <div className={styles.list} />
      <PaletteFoot words={typed.text === "" ? "" : paletteTexts.looking} />
    </dialog>
  );
}
