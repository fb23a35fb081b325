import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { Asked } from "../../parts/asked.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { countText } from "../../plain/count-text.ts";
import { documentTexts } from "../../texts/documents.ts";
import styles from "./documents-page.module.css";
import { DownloadTable } from "./download-table.tsx";

/** What the bundle carries beside objects and logs. It may be hostile HTML or SVG: only ever a download, never shown. */
export function DocumentsPage() {
  const questions = useQuestions();
  const query = useQuery(questions.downloads());
  useTitle(documentTexts.title);
  return (
    <>
      <PageHead title={documentTexts.title} />
      <PageScroll>
        <p className={styles.intro}>{documentTexts.intro}</p>
        <Asked query={query}>
          {({ items }) => {
            const documents = items.filter(({ type }) => type === "bundle" || type === "raw");
            const parts = items.filter(({ type }) => type !== "bundle" && type !== "raw");
            if (items.length === 0) return <Notice title={documentTexts.none}>{documentTexts.noneWhy}</Notice>;
            return (
              <div className={styles.panels}>
                <DownloadTable
                  title={documentTexts.documents}
                  items={documents}
                  empty={documentTexts.noDocuments}
                  aside={countText(documents.length)}
                />
                <DownloadTable
                  title={documentTexts.parts}
                  items={parts}
                  empty={documentTexts.none}
                  aside={countText(parts.length)}
                />
              </div>
            );
          }}
        </Asked>
      </PageScroll>
    </>
  );
}
