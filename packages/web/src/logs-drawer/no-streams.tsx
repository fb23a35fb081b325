import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../data/failure-of.ts";
import { useQuestions } from "../data/use-questions.ts";
import { NotCaptured } from "../pages/object/not-captured.tsx";
import { gapsAbout } from "../parts/gaps-about.ts";
import { Marked } from "../parts/marked.tsx";
import { Notice } from "../parts/notice.tsx";
import { SkeletonLines } from "../parts/skeleton-lines.tsx";
import type { ObjectRef } from "../place/object-ref.ts";
import { PlaceLink } from "../place/place-link.tsx";
import { logsDrawerTexts } from "../texts/logs-drawer.ts";
import styles from "./logs-drawer.module.css";

const shownAtMost = 3;

/** Why there is no log: there is no such pod, or what the capture itself says about logs of this namespace. */
export function NoStreams({ target }: { target: ObjectRef }) {
  const { namespace } = target;
  const questions = useQuestions();
  const found = useQuery(questions.resource(target));
  const { data } = useQuery(questions.overview());
  if (found.isPending) return <SkeletonLines />;
  if (found.error && failureOf(found.error).code === "NOT_FOUND") return <NotCaptured {...target} />;
  const gaps = gapsAbout(data?.coverage ?? [], "logs").filter((gap) => !gap.namespace || gap.namespace === namespace);
  return (
    <Notice
      title={logsDrawerTexts.noLogs}
      actions={<PlaceLink place={{ page: "coverage" }}>{logsDrawerTexts.toCoverage}</PlaceLink>}
    >
      {found.data && logsDrawerTexts.noLogsWhy}
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
