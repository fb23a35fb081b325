import { Asked } from "../../parts/asked.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { helmTexts } from "../../texts/helm.ts";
import { ChartTable } from "./chart-table.tsx";
import styles from "./helm-page.module.css";
import { NoReleases } from "./no-releases.tsx";
import { ReleaseTable } from "./release-table.tsx";
import { useHelm } from "./use-helm.ts";

/** What Helm installed, by its own storage objects, and what controllers install with it: `/helm?ns=`. */
export function HelmPage() {
  const [search] = useSearch();
  const { query, charts, hasSecrets, stored, storedTotal } = useHelm(search);
  useTitle(helmTexts.title);
  return (
    <>
      <PageHead title={helmTexts.title} aside={query.data && countText(query.data.releases.length)} />
      <PageScroll>
        <p className={styles.intro}>{helmTexts.intro}</p>
        <Asked query={query}>
          {({ releases }) => (
            <div className={styles.panels}>
              <Panel
                flush
                title={helmTexts.releases}
                aside={
                  stored < storedTotal
                    ? helmTexts.some(countText(stored), countText(storedTotal))
                    : countText(releases.length)
                }
              >
                {releases.length > 0 ? <ReleaseTable releases={releases} /> : <NoReleases hasSecrets={hasSecrets} />}
              </Panel>
              {charts.length > 0 && (
                <Panel flush title={helmTexts.charts} aside={countText(charts.length)}>
                  <ChartTable charts={charts} />
                </Panel>
              )}
            </div>
          )}
        </Asked>
      </PageScroll>
    </>
  );
}
