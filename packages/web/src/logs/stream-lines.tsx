import type { LogStreamRef } from "@kubin/schema";
import { useMediaQuery } from "@mantine/hooks";
import { useRouter } from "@tanstack/react-router";
import { useBase } from "../place/base-context.ts";
import { placeTarget } from "../place/place-target.ts";
import { useSearch } from "../place/use-search.ts";
import { countText } from "../plain/count-text.ts";
import { logTexts } from "../texts/logs.ts";
import { formatLineRange, type LineRange, lineBeyond, parseLineRange } from "./line-range.ts";
import styles from "./log-viewer.module.css";
import type { LogViewerWords } from "./log-viewer-words.ts";
import { MarkedLines } from "./marked-lines.tsx";
import { StreamBars } from "./stream-bars.tsx";
import { StreamTools } from "./stream-tools.tsx";
import { StreamViewport } from "./viewport/stream-viewport.tsx";

interface StreamLinesProps {
  stream: LogStreamRef;
  total: number;
  startAt: "first" | "last";
  words: LogViewerWords;
}

/** The tools of a stream, its lines over time, and the lines. */
export function StreamLines({ stream, total, startAt, words }: StreamLinesProps) {
  const [search, change] = useSearch();
  const narrow = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false });
  // A phone is too narrow to scroll every line sideways.
  const wrap = search[words.wrap] === undefined ? narrow === true : search[words.wrap] === "1";
  const word = search[words.line] ?? (startAt === "last" ? "last" : "");
  const marked = parseLineRange(word, total);
  const beyond = lineBeyond(word, total);
  const at = marked?.first ?? (word === "last" || beyond !== undefined ? total - 1 : 0);
  const href = useStreamHref(stream);
  const goTo = (line: string) => change({ [words.line]: line }, { push: true });
  const mark = (line: number, extend: boolean) => {
    const range: LineRange =
      extend && marked
        ? { first: Math.min(marked.first, line), last: Math.max(marked.last, line) }
        : { first: line, last: line };
    change({ [words.line]: formatLineRange(range) });
  };
  return (
    <div className={styles.viewer}>
      <StreamTools
        stream={stream}
        total={total}
        wrap={wrap}
        onWrap={() => change({ [words.wrap]: wrap ? "0" : "1" })}
        onJump={goTo}
      />
      {words.line === "line" && <StreamBars stream={stream} onSeek={(line) => goTo(String(line + 1))} />}
      {beyond !== undefined && (
        <p className={styles.note} role="status">
          {logTexts.endsBefore(countText(beyond), countText(total))}
        </p>
      )}
      {marked && (
        <MarkedLines stream={stream} range={marked} href={href} onClear={() => change({ [words.line]: "" })} />
      )}
      <StreamViewport
        key={String(wrap)}
        stream={stream}
        total={total}
        at={at}
        marked={marked}
        wrap={wrap}
        href={href}
        onMark={mark}
      />
    </div>
  );
}

/** The page of a stream up to the number of a line. */
function useStreamHref({ namespace, pod, container, source }: LogStreamRef): string {
  const router = useRouter();
  const { to, params } = placeTarget(useBase(), { page: "stream", namespace, pod, container, source });
  return `${router.buildLocation({ to, params, search: {} }).href}?line=`;
}
