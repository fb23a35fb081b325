import type { LogLine } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useQuestions } from "../../../data/use-questions.ts";
import { LineNumber } from "../../../logs/line-number.tsx";
import { Asked } from "../../../parts/asked.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { logTexts } from "../../../texts/logs.ts";
import { ContextHead } from "./context-head.tsx";
import { ContextLines } from "./context-lines.tsx";

/** The lines around a hit in its own log, more on demand. */
export function Around({ hit, head }: { hit: LogLine; head: ReactNode }) {
  const [reach, setReach] = useState({ before: 5, after: 5 });
  const { namespace, pod, container, source } = hit;
  const stream = { namespace, pod, container, source };
  const query = useQuery(useQuestions().around(stream, hit.line, reach));
  const { data } = query;
  return (
    <>
      <ContextHead
        reach={reach}
        hasBefore={hit.line - reach.before > 0}
        hasAfter={data === undefined || hit.line + reach.after < data.total - 1}
        onReach={setReach}
      >
        {head}
      </ContextHead>
      <Asked query={query} waiting={<SkeletonLines count={4} />}>
        {({ lines }) => (
          <ContextLines
            label={logTexts.around}
            lines={lines}
            hit={hit}
            numberOf={({ line }) => <LineNumber stream={stream} line={line} />}
          />
        )}
      </Asked>
    </>
  );
}
