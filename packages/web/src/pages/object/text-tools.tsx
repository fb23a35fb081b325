import { Button } from "@mantine/core";
import { IconDownload, IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { CopyButton } from "../../parts/copy-button.tsx";
import { saveText } from "../../plain/save-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./text-tools.module.css";

interface TextToolsProps {
  copy: string;
  text: string;
  file: string;
  onFind: () => void;
  children?: ReactNode;
}

/** What can be done with a text that is shown: copy, download, and what belongs to it alone. */
export function TextTools({ copy, text, file, onFind, children }: TextToolsProps) {
  return (
    <div className={styles.tools}>
      <CopyButton label={copy} text={() => text} />
      <Button leftSection={<IconDownload size={14} aria-hidden />} onClick={() => saveText(file, text)}>
        {objectTexts.download}
      </Button>
      <Button leftSection={<IconSearch size={14} aria-hidden />} onClick={onFind}>
        {objectTexts.find}
      </Button>
      {children}
    </div>
  );
}
