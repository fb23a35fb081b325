import { useQuery } from "@tanstack/react-query";
import { useCanGoBack, useRouter } from "@tanstack/react-router";
import { failureOf } from "../../data/failure-of.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { useKeys } from "../../keys/use-keys.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useGo } from "../../place/use-go.ts";
import { useRouteWords } from "../../place/use-route-words.ts";
import { useSearch } from "../../place/use-search.ts";
import { NotCaptured } from "./not-captured.tsx";
import { ObjectHeading } from "./object-heading.tsx";
import { ObjectTabs } from "./object-tabs.tsx";
import { TabContent } from "./tab-content.tsx";
import { tabOf } from "./tab-of.ts";

/** One object: `/r/{group}/{plural}/{namespace or _}/{name}?tab=yaml`. */
export function ObjectPage() {
  const words = useRouteWords("group", "plural", "namespace", "name");
  const ref = {
    group: words.group === "core" ? "" : words.group,
    plural: words.plural,
    namespace: words.namespace === "_" ? "" : words.namespace,
    name: words.name,
  };
  const [search, change] = useSearch();
  const go = useGo();
  const questions = useQuestions();
  const query = useQuery(questions.resource(ref));
  useTitle(ref.name);
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const leave = () => (canGoBack ? history.back() : go({ page: "list", group: ref.group, plural: ref.plural }));
  useKeys({
    y: () => change({ tab: "yaml" }),
    l: () => change({ tab: "logs" }),
    Escape: leave,
  });
  const detail = query.data;
  return (
    <>
      <PageHead title={<ObjectHeading {...ref} kind={detail?.row.kind} health={detail?.row.health} />} />
      {detail ? (
        <>
          <ObjectTabs detail={detail} />
          <TabContent detail={detail} tab={tabOf(search)} />
        </>
      ) : query.error ? (
        failureOf(query.error).code === "NOT_FOUND" ? (
          <NotCaptured {...ref} />
        ) : (
          <FailureNotice error={query.error} onAgain={() => void query.refetch()} />
        )
      ) : (
        <SkeletonLines />
      )}
    </>
  );
}
