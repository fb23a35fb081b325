import type { LogLine } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useQuestions } from "../../../data/use-questions.ts";
import { LineNumber } from "../../../logs/line-number.tsx";
import { shortNames } from "../../../logs-drawer/short-names.ts";
import { Asked } from "../../../parts/asked.tsx";
import { Name } from "../../../parts/name.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { plainText } from "../../../plain/plain-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { ContextHead } from "./context-head.tsx";
import { ContextLines } from "./context-lines.tsx";

interface MomentProps {
  hit: LogLine;
  among: "pod" | "workload";
  head: ReactNode;
}

/** The lines of all logs of a pod, or of all pods of its workload, around the moment of a hit. */
export function Moment({ hit, among, head }: MomentProps) {
  const [reach, setReach] = useState({ before: 10, after: 10 });
  const { namespace, pod, container, source } = hit;
  const query = useQuery(useQuestions().moment({ namespace, pod, container, source }, hit.line, { ...reach, among }));
  const { data } = query;
  const short = shortNames([...new Set(data?.lines.map((line) => line.pod))]);
  const nameOf = (line: LogLine) =>
    among === "pod" ? line.container : `${short.get(line.pod) ?? line.pod} ${line.container}`;
  return (
    <>
      <ContextHead
        reach={reach}
        hasBefore={data?.hasBefore ?? false}
        hasAfter={data?.hasAfter ?? false}
        onReach={setReach}
      >
        {head}
      </ContextHead>
      <Asked query={query} waiting={<SkeletonLines count={4} />}>
        {({ lines }) => (
          <ContextLines
            label={logTexts.contexts[among]}
            lines={lines}
            hit={hit}
            numberOf={(line) => <LineNumber stream={line} line={line.line} />}
            whereOf={(line) => (
              <span title={plainText(nameOf(line))}>
                <Name text={nameOf(line)} />
                {line.source === "previous" && ` (${logTexts.runs.previous})`}
              </span>
            )}
          />
        )}
      </Asked>
    </>
  );
}
