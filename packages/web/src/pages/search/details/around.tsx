import type { LogLine } from "@kubin/schema";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useQuestions } from "../../../data/use-questions.ts";
import { LineNumber } from "../../../logs/line-number.tsx";
import { Asked } from "../../../parts/asked.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { logTexts } from "../../../texts/logs.ts";
import { ContextLines } from "./context-lines.tsx";
import styles from "./details.module.css";

const step = 10;
const atMost = 500;

/** The lines around a hit in its own log, more on demand. */
export function Around({ hit }: { hit: LogLine }) {
  const [reach, setReach] = useState({ before: 5, after: 5 });
  const { namespace, pod, container, source } = hit;
  const stream = { namespace, pod, container, source };
  const questions = useQuestions();
  const query = useQuery(questions.around(stream, hit.line, reach));
  const more = (side: "before" | "after") => setReach({ ...reach, [side]: Math.min(atMost, reach[side] + step) });
  return (
    <div className={styles.pane}>
      <div className={styles.paneHead}>
        <h3>{logTexts.around}</h3>
        <Button size="compact-xs" disabled={hit.line - reach.before <= 0} onClick={() => more("before")}>
          {logTexts.before}
        </Button>
        <Button
          size="compact-xs"
          disabled={query.data !== undefined && hit.line + reach.after >= query.data.total - 1}
          onClick={() => more("after")}
        >
          {logTexts.after}
        </Button>
      </div>
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
    </div>
  );
}
