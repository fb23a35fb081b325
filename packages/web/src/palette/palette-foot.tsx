import { Button, Kbd } from "@mantine/core";
import { paletteTexts } from "../texts/palette.ts";
import styles from "./palette.module.css";

/** How much was found and searched, said aloud as well; and the keys. */
export function PaletteFoot({ words, onStop }: { words: string; onStop?: () => void }) {
  return (
    <div className={styles.foot}>
      <span role="status" className={styles.state}>
        {words}
      </span>
      {onStop && (
        <Button size="compact-xs" onClick={onStop}>
          {paletteTexts.stop}
        </Button>
      )}
      <span className={styles.keys}>
        <Kbd size="xs">↑↓</Kbd> {paletteTexts.move} <Kbd size="xs">Enter</Kbd> {paletteTexts.open}{" "}
        <Kbd size="xs">Ctrl Enter</Kbd> {paletteTexts.asPage} <Kbd size="xs">Esc</Kbd> {paletteTexts.close}
      </span>
    </div>
  );
}
