import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { failureOf } from "../../data/failure-of.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import type { ObjectRef } from "../../place/object-ref.ts";
import { useSearch } from "../../place/use-search.ts";
import { NotCaptured } from "./not-captured.tsx";
import { ObjectHead } from "./object-head.tsx";
import { ObjectTabs } from "./object-tabs.tsx";
import { TabContent } from "./tab-content.tsx";
import { tabOf } from "./tab-of.ts";
import { useObjectKeys } from "./use-object-keys.ts";

interface ObjectViewProps {
  target: ObjectRef;
  /** Escape, where nothing inside takes it first. */
  onLeave: (() => void) | undefined;
  /** Buttons at the end of the heading. */
  tools?: ReactNode;
}

/** One object with its tabs: the whole of its page, and of the drawer. */
export function ObjectView({ target, onLeave, tools }: ObjectViewProps) {
  const [search] = useSearch();
  const questions = useQuestions();
  const query = useQuery(questions.resource(target));
  const detail = query.data;
  useObjectKeys({ target, detail, onLeave });
  return (
    <>
      <ObjectHead target={target} detail={detail} tools={tools} />
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
