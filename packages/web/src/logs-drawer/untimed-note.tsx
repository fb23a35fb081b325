import type { LogStream } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import { Name } from "../parts/name.tsx";
import { PlaceLink } from "../place/place-link.tsx";
import { countText } from "../plain/count-text.ts";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./logs-drawer.module.css";
import { barCount } from "./use-bars.ts";

const linkedAtMost = 3;

/** Lines without a time cannot stand on the axis: how many, and where they are. */
export function UntimedNote({ query, streams }: { query: string; streams: readonly LogStream[] }) {
  const questions = useQuestions();
  const { data } = useQuery(questions.histogram(query, barCount));
  if (!data || data.untimed === 0) return null;
  return (
    <p className={styles.note}>
      {logsDrawerTexts.untimed(data.untimed, countText(data.untimed))}
      {streams.slice(0, linkedAtMost).map(({ namespace, pod, container, source }) => (
        <PlaceLink key={`${pod} ${container} ${source}`} place={{ page: "stream", namespace, pod, container, source }}>
          <Name text={`${pod} ${container}`} />
        </PlaceLink>
      ))}
    </p>
  );
}
