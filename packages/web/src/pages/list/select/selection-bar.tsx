import { Button, CloseButton } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { countText } from "../../../plain/count-text.ts";
import { plainText } from "../../../plain/plain-text.ts";
import { listTexts } from "../../../texts/lists.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { kubectlGet } from "./kubectl-get.ts";
import styles from "./selection-bar.module.css";
import { YamlCopy } from "./yaml-copy.tsx";

interface SelectionBarProps {
  kind: { group: string; plural: string };
  rows: readonly KindRow[];
  /** How many of them pass the filter. */
  seen: number;
  onCsv: () => void;
  onClear: () => void;
}

/** What one can do with the rows that are ticked. */
export function SelectionBar({ kind, rows, seen, onCsv, onClear }: SelectionBarProps) {
  return (
    <div className={styles.bar}>
      <span role="status" className={styles.count}>
        {seen < rows.length
          ? listTexts.selectedUnseen(countText(rows.length), countText(rows.length - seen))
          : listTexts.selected(countText(rows.length))}
      </span>
      <CopyButton label={listTexts.copyNames} text={() => rows.map(({ name }) => plainText(name)).join("\n")} />
      <CopyButton label={listTexts.copyGet} text={() => kubectlGet(kind, rows)} />
      <YamlCopy kind={kind} rows={rows} />
      <Button leftSection={<IconFileSpreadsheet size={14} aria-hidden />} onClick={onCsv}>
        {listTexts.csv}
      </Button>
      <CloseButton size="sm" aria-label={listTexts.clearSelection} title={listTexts.clearSelection} onClick={onClear} />
    </div>
  );
}
