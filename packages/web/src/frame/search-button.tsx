import { UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { frameTexts } from "../texts/frame.ts";
import styles from "./search-button.module.css";

/** Looks like a field and opens the palette. On a phone an icon. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  return (
    <UnstyledButton
      className={styles.field}
      aria-label={frameTexts.search}
      aria-haspopup="dialog"
      aria-keyshortcuts="Meta+K Control+K"
      title={frameTexts.searchHint}
      onClick={onOpen}
    >
      <IconSearch size={15} aria-hidden />
      <span className={styles.words}>{frameTexts.search}</span>
      <kbd className={styles.key}>{isApple() ? "⌘K" : "Ctrl K"}</kbd>
    </UnstyledButton>
  );
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
