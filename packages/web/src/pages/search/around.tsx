import type { LogLine } from "@kubin/schema";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useQuestions } from "../../data/use-questions.ts";
import { LineNumber } from "../../logs/line-number.tsx";
import { LogRow } from "../../logs/log-row.tsx";
import { Asked } from "../../parts/asked.tsx";
import { Name } from "../../parts/name.tsx";
import { ScrollRegion } from "../../parts/scroll-region.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { logTexts } from "../../texts/logs.ts";
import styles from "./hits.module.css";

const step = 10;
const atMost = 500;

/** The lines around a hit in its own log, more on demand, and the way into the log itself. */
export function Around({ hit }: { hit: LogLine }) {
  const [reach, setReach] = useState({ before: 5, after: 5 });
  const { namespace, pod, container, source } = hit;
  const stream = { namespace, pod, container, source };
  const questions = useQuestions();
  const query = useQuery(questions.around(stream, hit.line, reach));
  const more = (side: "before" | "after") => setReach({ ...reach, [side]: Math.min(atMost, reach[side] + step) });
  return (
    <section className={styles.around} aria-label={logTexts.aroundOf(hit.line + 1)}>
      <div className={styles.tools}>
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
        <PlaceLink place={{ page: "stream", ...stream, search: { line: String(hit.line + 1) } }}>
          {logTexts.openAt(countText(hit.line + 1))}
        </PlaceLink>
        <PlaceLink place={{ page: "object", group: "", plural: "pods", namespace, name: pod }}>
          <Name text={pod} />
        </PlaceLink>
      </div>
      <Asked query={query} waiting={<SkeletonLines count={4} />}>
        {({ lines }) => (
          <ScrollRegion className={styles.scroll} label={logTexts.around}>
            {lines.map((line) => (
              <LogRow
                key={line.line}
                line={line}
                number={<LineNumber stream={stream} line={line.line} />}
                isHit={line.line === hit.line}
                wrap={false}
              />
            ))}
          </ScrollRegion>
        )}
      </Asked>
    </section>
  );
}
