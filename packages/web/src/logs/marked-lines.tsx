import type { LogStreamRef } from "@kubin/schema";
import { Button } from "@mantine/core";
import { useSnapshot } from "../data/snapshot-context.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { plainText } from "../plain/plain-text.ts";
import { logTexts } from "../texts/logs.ts";
import { formatLineRange, type LineRange } from "./line-range.ts";
import styles from "./log-viewer.module.css";
import { useCopyLines } from "./use-copy-lines.ts";

interface MarkedLinesProps {
  stream: LogStreamRef;
  range: LineRange;
  /** The address of the stream up to the line's number. */
  href: string;
  onClear: () => void;
}

/** What can be done with the lines that are marked: their link, their text. */
export function MarkedLines({ stream, range, href, onClear }: MarkedLinesProps) {
  const { snapshot } = useSnapshot();
  const lines = useCopyLines(stream, range);
  const words = formatLineRange(range);
  return (
    <div className={styles.marked} role="status">
      <span>{range.first === range.last ? logTexts.toLine(range.first + 1) : logTexts.toLines(words)}</span>
      <CopyButton label={logTexts.copyLink} text={() => `${window.location.origin}${href}${words}`} />
      {lines && (
        <CopyButton
          key={`${snapshot.id} ${words}`}
          label={logTexts.copyLines}
          text={() => lines.map(({ prefix, message }) => plainText(`${prefix}${message}`)).join("\n")}
        />
      )}
      <Button variant="subtle" onClick={onClear}>
        {logTexts.unmark}
      </Button>
    </div>
  );
}
