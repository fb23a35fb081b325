import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../../data/use-questions.ts";
import { countText } from "../../../plain/count-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import styles from "./hits.module.css";

interface HitCountProps {
  query: string;
  tookMs: number;
  incomplete: string | undefined;
}

/** How many lines match in how many logs, and how long that took the engine. */
export function HitCount({ query, tookMs, incomplete }: HitCountProps) {
  const questions = useQuestions();
  const { data } = useQuery(questions.count(query));
  const why = incomplete ?? data?.incomplete;
  return (
    <div className={styles.count} role="status">
      {data && <span>{logTexts.counted(data.lines, countText(data.lines), countText(data.streams))}</span>}
      <span>{logTexts.took(countText(Math.max(1, Math.round(tookMs))))}</span>
      {why && (
        <span className={styles.incomplete}>
          {logTexts.incomplete} {why}
        </span>
      )}
    </div>
  );
}
