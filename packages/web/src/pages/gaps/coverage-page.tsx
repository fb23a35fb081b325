import { isNotCaptured } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { Asked } from "../../parts/asked.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { useSearch } from "../../place/use-search.ts";
import { coverageTexts } from "../../texts/coverage.ts";
import styles from "./coverage-page.module.css";
import { GapsPanel } from "./gaps-panel.tsx";
import { RedactionsPanel } from "./redactions-panel.tsx";

/** What was asked for and not got, and what was taken out. */
export function CoveragePage() {
  const questions = useQuestions();
  const query = useQuery(questions.overview());
  const [search] = useSearch();
  const namespaces = namespacesOf(search);
  useTitle(coverageTexts.title);
  return (
    <>
      <PageHead title={coverageTexts.title} />
      <PageScroll>
        <p className={styles.intro}>{coverageTexts.intro}</p>
        <Asked query={query}>
          {(overview) => {
            const gaps = overview.coverage.filter(inNamespaces(namespaces));
            const duplicates = gaps.filter((gap) => !isNotCaptured(gap));
            return (
              <div className={styles.panels}>
                <GapsPanel
                  title={coverageTexts.gaps}
                  gaps={gaps.filter(isNotCaptured)}
                  total={overview.coverageTotal}
                />
                {duplicates.length > 0 && (
                  <GapsPanel title={coverageTexts.duplicates} gaps={duplicates} total={overview.duplicatesTotal} />
                )}
                <RedactionsPanel redactions={overview.redactions.filter(inNamespaces(namespaces))} />
              </div>
            );
          }}
        </Asked>
      </PageScroll>
    </>
  );
}

/** What is about the whole cluster is about each namespace too. */
function inNamespaces(chosen: readonly string[] | undefined) {
  return ({ namespace }: { namespace: string }) => !chosen || namespace === "" || chosen.includes(namespace);
}
