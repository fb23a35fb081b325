import type { LogSource, LogStreamRef } from "@kubin/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { Choice } from "../../parts/choice.tsx";
import { useGo } from "../../place/use-go.ts";
import { logTexts } from "../../texts/logs.ts";

/** The present run or the one before, where both were captured. */
export function SourceChoice({ stream }: { stream: LogStreamRef }) {
  const questions = useQuestions();
  const go = useGo();
  const { data } = useInfiniteQuery(questions.streams({ namespaces: [stream.namespace], pod: stream.pod }));
  const runs = (data?.pages.flatMap((page) => page.items) ?? []).filter((one) => one.container === stream.container);
  if (!runs.some(({ source }) => source === "previous")) return null;
  const options: { value: LogSource; name: string }[] = [
    { value: "current", name: logTexts.runs.current },
    { value: "previous", name: logTexts.runs.previous },
  ];
  return (
    <Choice
      label={logTexts.runGroup}
      value={stream.source}
      options={options}
      onChange={(source) =>
        go({ page: "stream", ...stream, source: source === "previous" ? source : "current", search: { line: "last" } })
      }
    />
  );
}
