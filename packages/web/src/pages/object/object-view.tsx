import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { failureOf } from "../../data/failure-of.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { useKeys } from "../../keys/use-keys.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import type { ObjectRef } from "../../place/object-ref.ts";
import { useGo } from "../../place/use-go.ts";
import { useSearch } from "../../place/use-search.ts";
import { NotCaptured } from "./not-captured.tsx";
import { ObjectHeading } from "./object-heading.tsx";
import { ObjectTabs } from "./object-tabs.tsx";
import { TabContent } from "./tab-content.tsx";
import { tabOf } from "./tab-of.ts";

interface ObjectViewProps {
  target: ObjectRef;
  /** Escape, where nothing inside takes it first. */
  onLeave: () => void;
  /** Buttons at the end of the heading. */
  tools?: ReactNode;
}

/** One object with its tabs: the whole of its page, and of the drawer. */
export function ObjectView({ target, onLeave, tools }: ObjectViewProps) {
  const [search, change] = useSearch();
  const go = useGo();
  const questions = useQuestions();
  const query = useQuery(questions.resource(target));
  useKeys({
    y: () => change({ tab: "yaml" }),
    l: () => go({ page: "object-logs", ...target }),
    Escape: onLeave,
  });
  const detail = query.data;
  return (
    <>
      <PageHead title={<ObjectHeading {...target} kind={detail?.row.kind} health={detail?.row.health} />}>
        {tools}
      </PageHead>
      {detail ? (
        <>
          <ObjectTabs detail={detail} />
          <TabContent detail={detail} tab={tabOf(search)} />
        </>
      ) : query.error ? (
        failureOf(query.error).code === "NOT_FOUND" ? (
          <NotCaptured {...target} />
        ) : (
          <FailureNotice error={query.error} onAgain={() => void query.refetch()} />
        )
      ) : (
        <SkeletonLines />
      )}
    </>
  );
}
