import type { LogStream, ResourceRow } from "@kubin/schema";
import { useQueries } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { Age } from "../../parts/age.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Name } from "../../parts/name.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { countText } from "../../plain/count-text.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./streams-table.module.css";
import { withoutEmptyColumns } from "./without-empty-columns.ts";

interface StreamsTableProps {
  row: ResourceRow;
  /** Names of the pods, those in trouble first. */
  pods: readonly string[];
}

/** Pods whose logs are asked for at once. */
const askedAtMost = 20;

/** The captured logs of pods: container, run, lines. Each opens in the logs drawer or as a page. */
export function StreamsTable({ row, pods }: StreamsTableProps) {
  const { group, plural, namespace, name } = row;
  const asked = pods.slice(0, askedAtMost);
  const { streams, waiting, error } = useStreams(namespace, asked);
  if (error) return <FailureNotice error={error} />;
  if (waiting) return <SkeletonLines />;
  if (streams.length === 0) return <Notice title={objectTexts.noLogs}>{objectTexts.noStreamsWhy}</Notice>;
  return (
    <PageScroll>
      <div className={styles.streams}>
        <p className={styles.all}>
          <PlaceLink place={{ page: "object-logs", group, plural, namespace, name }}>{objectTexts.allLogs}</PlaceLink>
          {" · "}
          <PlaceLink place={{ page: "logs", search: { q: searchOf(namespace, asked, name) } }}>
            {objectTexts.searchLogs}
          </PlaceLink>
        </p>
        <SmallTable
          label={objectTexts.logs}
          {...withoutEmptyColumns({ columns, rows: streams.map((stream) => rowOf(stream, pods.length > 1)) })}
        />
        {pods.length > asked.length && (
          <p className={styles.all}>{objectTexts.moreStreams(countText(pods.length - asked.length))}</p>
        )}
      </div>
    </PageScroll>
  );
}

const columns = [
  { name: objectTexts.container },
  { name: objectTexts.run },
  { name: objectTexts.lines, align: "right" },
  { name: objectTexts.lastLine, align: "right" },
  { name: objectTexts.pod },
  { name: objectTexts.openStream },
] as const;

function rowOf(stream: LogStream, saysPod: boolean) {
  const { namespace, pod, container, source, lines, lastAt } = stream;
  const search = { logc: container, logp: source === "previous" ? "1" : "" };
  return {
    key: `${pod} ${container} ${source}`,
    cells: [
      <PlaceLink key="open" place={{ page: "object-logs", group: "", plural: "pods", namespace, name: pod, search }}>
        <Name text={container} />
      </PlaceLink>,
      <span key="run" className={source === "previous" ? styles.previous : styles.quiet}>
        {objectTexts.runs[source]}
      </span>,
      countText(lines),
      <Age key="last" at={lastAt} />,
      saysPod && (
        <span key="pod" className={styles.quiet}>
          <Name text={pod} />
        </span>
      ),
      <PlaceLink key="page" place={{ page: "stream", namespace, pod, container, source, search: { line: "last" } }}>
        {objectTexts.openLogs}
      </PlaceLink>,
    ],
  };
}

/** Pods of one workload share the beginning of their names. */
function searchOf(namespace: string, pods: readonly string[], name: string): string {
  const [only] = pods;
  return `ns:${namespace} pod:${pods.length === 1 && only ? only : `${name}-*`} `;
}

function useStreams(namespace: string, pods: readonly string[]) {
  const questions = useQuestions();
  const answers = useQueries({ queries: pods.map((pod) => questions.podStreams({ namespaces: [namespace], pod })) });
  return {
    streams: answers.flatMap(({ data }) => data?.items ?? []),
    waiting: answers.some(({ data, error }) => !data && !error),
    error: answers.find(({ error }) => error)?.error,
  };
}
