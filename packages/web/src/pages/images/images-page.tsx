import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAnalytics } from "../../data/analytics-queries.ts";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Asked } from "../../parts/asked.tsx";
import { Choice } from "../../parts/choice.tsx";
import { FilterInput } from "../../parts/filter-input.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { imageTexts } from "../../texts/images.ts";
import { chooseImages } from "./choose-images.ts";
import { imageRows } from "./image-rows.ts";
import { ImageTable } from "./image-table.tsx";

const choices = [
  { value: "", name: imageTexts.all },
  { value: "several", name: imageTexts.several },
  { value: "moving", name: imageTexts.moving },
];

/** What the pods run: `/images?ns=&q=&show=several`. */
export function ImagesPage() {
  const query = useQuery(useAnalytics().images());
  const live = isLive(useSnapshot().snapshot.state);
  const [search, change] = useSearch();
  useTitle(imageTexts.title);
  const rows = useMemo(() => imageRows(query.data?.items ?? []), [query.data]);
  const shown = chooseImages(rows, { q: search.q, show: search.show, namespaces: namespacesOf(search) });
  return (
    <>
      <PageHead title={imageTexts.title} aside={query.data && countText(query.data.total)}>
        <Choice
          label={imageTexts.choice}
          value={search.show ?? ""}
          options={choices}
          onChange={(show) => change({ show })}
        />
        <FilterInput label={imageTexts.filter} />
      </PageHead>
      <PageScroll>
        <Asked query={query}>
          {({ total }) => {
            if (total === 0)
              return <Notice title={imageTexts.none}>{live ? imageTexts.noneYet : imageTexts.noneWhy}</Notice>;
            if (shown.length === 0) return <Notice title={imageTexts.noneMatch} />;
            return (
              <Panel
                flush
                title={imageTexts.title}
                aside={shown.length < total && imageTexts.shown(countText(shown.length), countText(total))}
              >
                <ImageTable images={shown} />
              </Panel>
            );
          }}
        </Asked>
      </PageScroll>
    </>
  );
}
