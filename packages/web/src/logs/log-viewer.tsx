import type { LogStreamRef } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import { Asked } from "../parts/asked.tsx";
import { Notice } from "../parts/notice.tsx";
import { logTexts } from "../texts/logs.ts";
import type { LogViewerWords } from "./log-viewer-words.ts";
import { StreamLines } from "./stream-lines.tsx";

interface LogViewerProps {
  stream: LogStreamRef;
  /** Where to stand without a line in the URL. */
  startAt: "first" | "last";
  words?: LogViewerWords;
}

const pageWords: LogViewerWords = { line: "line", wrap: "wrap" };

/** One log stream with its tools. The lines one is at and the wrapping are in the URL. */
export function LogViewer({ stream, startAt, words = pageWords }: LogViewerProps) {
  const questions = useQuestions();
  const query = useQuery(questions.streamLength(stream));
  return (
    <Asked query={query}>
      {({ total }) =>
        total === 0 ? (
          <Notice title={logTexts.emptyStream}>{logTexts.emptyStreamWhy}</Notice>
        ) : (
          <StreamLines
            key={`${stream.namespace} ${stream.pod} ${stream.container} ${stream.source}`}
            stream={stream}
            total={total}
            startAt={startAt}
            words={words}
          />
        )
      }
    </Asked>
  );
}
