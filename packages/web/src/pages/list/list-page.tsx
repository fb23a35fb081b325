import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useQuestions } from "../../data/use-questions.ts";
import { kindTitle } from "../../frame/kind-title.ts";
import { Asked } from "../../parts/asked.tsx";
import { FilterInput } from "../../parts/filter-input.tsx";
import { NamespaceFilter } from "../../parts/namespace-filter.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { useRouteWords } from "../../place/use-route-words.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { listTexts } from "../../texts/lists.ts";
import { HealthChoice } from "./health-choice.tsx";
import { healthsOf, listOrderOf } from "./list-search.ts";
import { OrderChoice } from "./order-choice.tsx";
import { ResourceTable } from "./resource-table.tsx";
import { WhyEmpty } from "./why-empty.tsx";

/** All objects of one kind: `/r/{group or core}/{plural}`. */
export function ListPage() {
  const words = useRouteWords("group", "plural");
  const group = words.group === "core" ? "" : words.group;
  const { plural } = words;
  const [search] = useSearch();
  const questions = useQuestions();
  const { data: kinds } = useQuery(questions.kinds());
  const kind = kinds?.find((one) => one.group === group && one.plural === plural);
  const namespaces = namespacesOf(search);
  const health = healthsOf(search);
  const query = useInfiniteQuery(
    questions.resources({
      filter: {
        group,
        plural,
        ...(namespaces && { namespaces }),
        ...(health && { health }),
        ...(search.q && { text: search.q.slice(0, 500) }),
      },
      order: listOrderOf(search),
    }),
  );
  const { fetchNextPage, isFetching, isFetchNextPageError } = query;
  const more = useCallback(() => {
    if (!isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetching, isFetchNextPageError]);
  const title = kind ? kindTitle(kind.kind) : plural;
  useTitle(title);
  const total = query.data?.pages[0]?.total;
  const filtered = namespaces !== undefined || health !== undefined || search.q !== undefined;
  return (
    <>
      <PageHead
        title={title}
        aside={
          total !== undefined &&
          (filtered && kind ? listTexts.of(countText(total), countText(kind.total)) : countText(total))
        }
      >
        <HealthChoice />
        <OrderChoice />
        {kind?.namespaced !== false && <NamespaceFilter />}
        <FilterInput label={listTexts.filter} />
      </PageHead>
      <Asked query={query}>
        {(data) =>
          total === 0 && !query.isPlaceholderData ? (
            <WhyEmpty title={title} plural={plural} filtered={filtered} />
          ) : (
            <ResourceTable
              title={title}
              namespaced={kind?.namespaced ?? true}
              pages={data.pages}
              onMore={more}
              stale={query.isPlaceholderData}
            />
          )
        }
      </Asked>
    </>
  );
}
