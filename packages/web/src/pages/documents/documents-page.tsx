import type { Download } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../../data/use-questions.ts";
import { Asked } from "../../parts/asked.tsx";
import { FilterInput } from "../../parts/filter-input.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { PageScroll } from "../../parts/page-scroll.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { sizeText } from "../../plain/size-text.ts";
import { documentTexts } from "../../texts/documents.ts";
import styles from "./documents-page.module.css";
import { DownloadTable } from "./download-table.tsx";

/** What the bundle carries beside objects and logs. It may be hostile HTML or SVG: shown as text or downloaded, never drawn. */
export function DocumentsPage() {
  const questions = useQuestions();
  const [search] = useSearch();
  const query = useQuery(questions.downloads());
  useTitle(documentTexts.title);
  return (
    <>
      <PageHead title={documentTexts.title}>
        <FilterInput label={documentTexts.filter} />
      </PageHead>
      <PageScroll>
        <p className={styles.intro}>{documentTexts.intro}</p>
        <Asked query={query}>
          {({ items }) => {
            const all = items.filter(({ type }) => type === "bundle" || type === "raw");
            const q = (search.q ?? "").toLowerCase();
            const documents = all.filter(({ path, filename }) => (path ?? filename).toLowerCase().includes(q));
            const parts = items.filter(({ type }) => type !== "bundle" && type !== "raw");
            if (items.length === 0) return <Notice title={documentTexts.none}>{documentTexts.noneWhy}</Notice>;
            return (
              <div className={styles.panels}>
                <DownloadTable
                  title={documentTexts.documents}
                  items={documents}
                  empty={all.length === 0 ? documentTexts.noDocuments : documentTexts.noneMatch}
                  aside={
                    documents.length < all.length
                      ? documentTexts.some(countText(documents.length), countText(all.length))
                      : documentTexts.holds(countText(all.length), sizeText(sizeOf(all)))
                  }
                />
                <DownloadTable
                  title={documentTexts.parts}
                  items={parts}
                  empty={documentTexts.none}
                  aside={documentTexts.holds(countText(parts.length), sizeText(sizeOf(parts)))}
                />
              </div>
            );
          }}
        </Asked>
      </PageScroll>
    </>
  );
}

function sizeOf(items: readonly Download[]): number {
  return items.reduce((sum, { size }) => sum + size, 0);
}
