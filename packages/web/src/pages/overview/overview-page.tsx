import type { Overview } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { useSummary } from "../../data/use-summary.ts";
import { Asked } from "../../parts/asked.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { overviewTexts } from "../../texts/overview.ts";
import { OverviewContent } from "./overview-content.tsx";
import { OverviewSkeleton } from "./overview-skeleton.tsx";

/** Is it healthy, what fails and why, since when, and what is not known. */
export function OverviewPage() {
  const { snapshot } = useSnapshot();
  const query = useQuery(useQuestions().overview());
  const summary = useSummary();
  useTitle(overviewTexts.title);
  const overview: Overview | undefined = query.data;
  return (
    <>
      <PageHead title={overviewTexts.title} aside={snapshot.name}>
        {overview && <CopyButton label={overviewTexts.copy} text={() => summary(overview)} />}
      </PageHead>
      <PageScroll>
        <Asked query={query} waiting={<OverviewSkeleton />}>
          {(data) => <OverviewContent overview={data} />}
        </Asked>
      </PageScroll>
    </>
  );
}
