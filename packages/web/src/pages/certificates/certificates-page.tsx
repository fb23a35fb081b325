import { useQuery } from "@tanstack/react-query";
import { useAnalytics } from "../../data/analytics-queries.ts";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { Asked } from "../../parts/asked.tsx";
import { FilterInput } from "../../parts/filter-input.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { certificateTexts } from "../../texts/certificates.ts";
import { CertificateTable } from "./certificate-table.tsx";
import styles from "./certificates-page.module.css";

/** All certificates that were found, those that end first at the top: `/certificates?ns=&q=`. */
export function CertificatesPage() {
  const live = isLive(useSnapshot().snapshot.state);
  const [search] = useSearch();
  const q = (search.q ?? "").toLowerCase();
  const namespaces = namespacesOf(search);
  const query = useQuery(useAnalytics().certificates(namespaces ? { namespaces } : {}));
  useTitle(certificateTexts.title);
  return (
    <>
      <PageHead
        title={certificateTexts.title}
        aside={
          query.data &&
          certificateTexts.counts({
            total: countText(query.data.total),
            expired: countText(query.data.expired),
            soon: countText(query.data.soon),
          })
        }
      >
        <FilterInput label={certificateTexts.filter} />
      </PageHead>
      <PageScroll>
        <p className={styles.intro}>{certificateTexts.intro}</p>
        <Asked query={query}>
          {({ items, total }) => {
            if (total === 0)
              return (
                <Notice title={namespaces ? certificateTexts.noneHere : certificateTexts.none}>
                  {live ? certificateTexts.noneYet : certificateTexts.noneWhy}
                </Notice>
              );
            const shown = items.filter(
              ({ subject, others, ...first }) =>
                subject.toLowerCase().includes(q) ||
                [first, ...others].some(({ kind, namespace, name }) =>
                  `${kind} ${namespace}/${name}`.toLowerCase().includes(q),
                ),
            );
            if (shown.length === 0) return <Notice title={certificateTexts.noneMatch} />;
            return (
              <Panel
                flush
                title={certificateTexts.title}
                aside={shown.length < total && certificateTexts.shown(countText(shown.length), countText(total))}
              >
                <CertificateTable certificates={shown} />
              </Panel>
            );
          }}
        </Asked>
      </PageScroll>
    </>
  );
}
