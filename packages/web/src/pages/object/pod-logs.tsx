import type { LogStream, ResourceDetail } from "@kubin/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { LogViewer } from "../../logs/log-viewer.tsx";
import { podContainers } from "../../object/pod-containers.ts";
import { Asked } from "../../parts/asked.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { useSearch } from "../../place/use-search.ts";
import { objectTexts } from "../../texts/object.ts";
import styles from "./pod-logs.module.css";
import { StreamChoice } from "./stream-choice.tsx";

/** The log of one container of the pod; others, and the runs before, in one click. */
export function PodLogs({ detail }: { detail: ResourceDetail }) {
  const { namespace, name } = detail.row;
  const [search] = useSearch();
  const questions = useQuestions();
  const query = useInfiniteQuery(questions.streams({ namespaces: [namespace], pod: name }));
  return (
    <Asked query={query}>
      {({ pages }) => {
        const streams = pages.flatMap((page) => page.items);
        const source = search.source === "previous" ? "previous" : "current";
        const shown =
          streams.find((one) => one.container === search.container && one.source === source) ??
          firstWorth(streams, detail);
        if (!shown) return <Notice title={objectTexts.noLogs}>{objectTexts.noLogsWhy}</Notice>;
        const ref = { namespace, pod: shown.pod, container: shown.container, source: shown.source };
        return (
          <div className={styles.logs}>
            <div className={styles.choice}>
              <StreamChoice streams={streams} shown={shown} />
              <PlaceLink place={{ page: "stream", ...ref, search: { line: search.line } }}>
                {objectTexts.openStream}
              </PlaceLink>
            </div>
            <LogViewer stream={ref} startAt="last" />
          </div>
        );
      }}
    </Asked>
  );
}

/** Without a choice: the log of what fails, of its run before where that one failed; else of the first app container. */
function firstWorth(streams: readonly LogStream[], detail: ResourceDetail): LogStream | undefined {
  const containers = podContainers(detail.object);
  const failing = containers.find(({ health }) => health === "failing");
  const of = (name: string | undefined) => streams.filter((one) => one.container === name && one.lines > 0);
  const [worst] = of(failing?.name).sort((a) => (a.source === "previous" ? -1 : 1));
  return worst ?? of(containers.find(({ role }) => role === "app")?.name)[0] ?? streams[0];
}
