import type { LogStreamRef } from "@kubin/schema";
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowBarToDown, IconArrowBarToUp, IconTextWrap } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import { Asked } from "../parts/asked.tsx";
import { Notice } from "../parts/notice.tsx";
import { PlaceLink } from "../place/place-link.tsx";
import { useSearch } from "../place/use-search.ts";
import { countText } from "../plain/count-text.ts";
import { logTexts } from "../texts/logs.ts";
import { LineJump } from "./line-jump.tsx";
import { LogLines } from "./log-lines.tsx";
import styles from "./log-viewer.module.css";
import { streamQuery } from "./stream-query.ts";
import { anchorOf, streamWindow, windowLines } from "./stream-window.ts";

interface LogViewerProps {
  stream: LogStreamRef;
  /** Where to stand without `?line=`. */
  startAt: "first" | "last";
}

/** One log stream with its tools. The line one is at and the wrapping are in the URL. */
export function LogViewer({ stream, startAt }: LogViewerProps) {
  const [search, change] = useSearch();
  const questions = useQuestions();
  const query = useQuery(questions.streamLength(stream));
  const narrow = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false });
  // A phone is too narrow to scroll every line sideways.
  const wrap = search.wrap === undefined ? narrow === true : search.wrap === "1";
  const line = search.line ?? (startAt === "last" ? "last" : undefined);
  const jump = (to: string) => change({ line: to }, { push: true });
  return (
    <Asked query={query}>
      {({ total }) => {
        if (total === 0) return <Notice title={logTexts.emptyStream}>{logTexts.emptyStreamWhy}</Notice>;
        const anchor = anchorOf(line, total);
        const window = streamWindow({ total, anchor, size: wrap ? windowLines.wrapped : windowLines.plain });
        return (
          <div className={styles.viewer}>
            <div className={styles.tools}>
              <Button leftSection={<IconArrowBarToUp size={14} aria-hidden />} onClick={() => jump("1")}>
                {logTexts.first}
              </Button>
              <Button leftSection={<IconArrowBarToDown size={14} aria-hidden />} onClick={() => jump("last")}>
                {logTexts.last}
              </Button>
              <LineJump total={total} onJump={(to) => jump(String(to))} />
              <Button
                leftSection={<IconTextWrap size={14} aria-hidden />}
                aria-pressed={wrap}
                variant={wrap ? "light" : "default"}
                onClick={() => change({ wrap: wrap ? "0" : "1" })}
              >
                {logTexts.wrap}
              </Button>
              <PlaceLink place={{ page: "logs", search: { q: streamQuery(stream) } }}>{logTexts.searchThis}</PlaceLink>
              <span className={styles.count}>{logTexts.lines(total, countText(total))}</span>
            </div>
            <LogLines
              key={`${stream.namespace} ${stream.pod} ${stream.container} ${stream.source} ${window.first} ${wrap}`}
              stream={stream}
              window={window}
              total={total}
              anchor={anchor}
              marked={search.line !== undefined && search.line !== "last"}
              wrap={wrap}
              onJump={(to) => jump(String(to + 1))}
            />
          </div>
        );
      }}
    </Asked>
  );
}
