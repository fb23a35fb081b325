import type { LogStream } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, useMemo } from "react";
import { useDrawerQueries } from "../data/drawer-queries.ts";
import { useSnapshot } from "../data/snapshot-context.ts";
import { readQuery } from "../logs/read-query.ts";
import { FilterProblem } from "../pages/search/bar/filter-problem.tsx";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { SkeletonLines } from "../parts/skeleton-lines.tsx";
import { chosenStreams } from "./chosen-streams.ts";
import { DrawerHead } from "./drawer-head.tsx";
import { DrawerLines } from "./drawer-lines.tsx";
import { drawerQuery } from "./drawer-query.ts";
import { FilteredDownload } from "./filtered-download.tsx";
import styles from "./logs-drawer.module.css";
import { NoRun } from "./no-run.tsx";
import { NoStreams } from "./no-streams.tsx";
import { RunsNote } from "./runs-note.tsx";
import { StreamPickers } from "./stream-pickers.tsx";
import { ViewMenu } from "./view-menu.tsx";

interface DrawerContentProps {
  head: Pick<ComponentProps<typeof DrawerHead>, "target" | "chosen" | "filter" | "onClose">;
  pods: readonly string[];
}

const none: readonly LogStream[] = [];

/** The logs of pods: which streams there are, what is chosen of them, and its lines. */
export function DrawerContent({ head, pods }: DrawerContentProps) {
  const { target, chosen } = head;
  const [choice, set] = chosen;
  const { snapshot } = useSnapshot();
  const asked = useQuery(useDrawerQueries().streamsOf(target.namespace, pods));
  const streams = asked.data ?? none;
  const picked = useMemo(() => chosenStreams(streams, choice), [streams, choice]);
  const filter = useMemo(() => readQuery(choice.filter, snapshot.capturedAt), [choice.filter, snapshot.capturedAt]);
  const query =
    "query" in filter && picked.shown.length > 0
      ? drawerQuery({ ...picked, namespace: target.namespace, choice, filter: filter.query })
      : undefined;
  return (
    <>
      <DrawerHead
        {...head}
        broken={"problem" in filter}
        pickers={<StreamPickers streams={streams} choice={choice} onChange={set} />}
        menu={
          <ViewMenu
            choice={choice}
            onChange={set}
            canLane={picked.lanes !== undefined}
            download={query && <FilteredDownload query={query.text} name={target.name} />}
          />
        }
      />
      {"problem" in filter ? (
        <FilterProblem text={choice.filter} problem={filter.problem} />
      ) : asked.error ? (
        <FailureNotice error={asked.error} onAgain={() => void asked.refetch()} />
      ) : !asked.data ? (
        <SkeletonLines />
      ) : streams.length === 0 ? (
        <div className={styles.scroll}>
          <NoStreams target={target} />
        </div>
      ) : !query ? (
        <NoRun
          previous={choice.runs === "previous"}
          onOther={() => set({ runs: choice.runs === "previous" ? "current" : "previous" })}
        />
      ) : (
        <>
          <RunsNote runs={choice.runs} others={picked.others} onRuns={(runs) => set({ runs })} />
          <DrawerLines query={query} picked={picked} filter={filter.query} chosen={chosen} />
        </>
      )}
    </>
  );
}
