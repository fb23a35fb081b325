import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import { gapsAbout } from "../parts/gaps-about.ts";
import { Marked } from "../parts/marked.tsx";
import { Notice } from "../parts/notice.tsx";
import { PlaceLink } from "../place/place-link.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./logs-drawer.module.css";

const shownAtMost = 3;

/** Why there is no log: what the capture itself says about logs of this namespace. */
export function NoStreams({ namespace }: { namespace: string }) {
  const questions = useQuestions();
  const { data } = useQuery(questions.overview());
  const gaps = gapsAbout(data?.coverage ?? [], "logs").filter((gap) => !gap.namespace || gap.namespace === namespace);
  return (
    <Notice
      title={logsDrawerTexts.noLogs}
      actions={<PlaceLink place={{ page: "coverage" }}>{logsDrawerTexts.toCoverage}</PlaceLink>}
    >
      {logsDrawerTexts.noLogsWhy}
      {gaps.length > 0 && (
        <ul className={styles.gaps} aria-label={logsDrawerTexts.gapsTitle}>
          {gaps.slice(0, shownAtMost).map((gap) => (
            <li key={`${gap.kind} ${gap.what} ${gap.namespace} ${gap.detail}`}>
              <Marked text={`${gap.what}: ${gap.detail}`} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
