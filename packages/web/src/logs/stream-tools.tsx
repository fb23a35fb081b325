import type { LogStreamRef } from "@kubin/schema";
import { Button } from "@mantine/core";
import { IconArrowBarToDown, IconArrowBarToUp, IconTextWrap } from "@tabler/icons-react";
import { useSnapshot } from "../data/snapshot-context.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import { logTexts } from "../texts/logs.ts";
import { DownloadButton } from "./download-button.tsx";
import { downloadedAtMost, downloadStream } from "./download-stream.ts";
import { LineJump } from "./line-jump.tsx";
import styles from "./log-viewer.module.css";
import { streamQuery } from "./stream-query.ts";

interface StreamToolsProps {
  stream: LogStreamRef;
  total: number;
  wrap: boolean;
  onWrap: () => void;
  /** A number from 1, or "last". */
  onJump: (line: string) => void;
}

/** Where to go in a stream, how to show it, and the way out: a search or a file. */
export function StreamTools({ stream, total, wrap, onWrap, onJump }: StreamToolsProps) {
  const { snapshot, client } = useSnapshot();
  const run = stream.source === "previous" ? "-previous" : "";
  return (
    <div className={styles.tools}>
      <Button leftSection={<IconArrowBarToUp size={14} aria-hidden />} onClick={() => onJump("1")}>
        {logTexts.first}
      </Button>
      <Button leftSection={<IconArrowBarToDown size={14} aria-hidden />} onClick={() => onJump("last")}>
        {logTexts.last}
      </Button>
      <LineJump total={total} onJump={(line) => onJump(String(line))} />
      <Button
        leftSection={<IconTextWrap size={14} aria-hidden />}
        aria-pressed={wrap}
        variant={wrap ? "light" : "default"}
        onClick={onWrap}
      >
        {logTexts.wrap}
      </Button>
      <DownloadButton
        fileName={`${stream.namespace}-${stream.pod}-${stream.container}${run}.log`}
        make={(opts) => downloadStream({ client, snapshotId: snapshot.id, stream, ...opts })}
      />
      <PlaceLink place={{ page: "logs", search: { q: streamQuery(stream) } }}>{logTexts.searchThis}</PlaceLink>
      <span className={styles.count}>
        {logTexts.lines(total, countText(total))}
        {total > downloadedAtMost && ` · ${logTexts.downloadBound(countText(downloadedAtMost))}`}
      </span>
    </div>
  );
}
