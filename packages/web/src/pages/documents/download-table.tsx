import type { Download } from "@kubin/schema";
import { Name } from "../../parts/name.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { safeHref } from "../../plain/safe-href.ts";
import { sizeText } from "../../plain/size-text.ts";
import { documentTexts } from "../../texts/documents.ts";
import styles from "./documents-page.module.css";
import { sharedFolder } from "./shared-folder.ts";

interface DownloadTableProps {
  title: string;
  items: readonly Download[];
  empty: string;
  aside: string;
}

/** Files to download, by path or by what they hold. */
export function DownloadTable({ title, items, empty, aside }: DownloadTableProps) {
  const shared = sharedFolder(items.map((item) => item.path ?? item.filename));
  return (
    <Panel flush title={title} aside={aside}>
      {items.length === 0 ? (
        <p className={styles.none}>{empty}</p>
      ) : (
        <SmallTable
          label={title}
          columns={[
            { name: documentTexts.file },
            { name: documentTexts.namespace },
            { name: documentTexts.size, align: "right" },
          ]}
          rows={items.map((item, at) => ({
            key: `${at} ${item.sha256}`,
            cells: [
              <a
                key="file"
                className={styles.path}
                href={safeHref(item.url)}
                download={item.filename}
                rel="noopener noreferrer"
                title={plainText(item.path ?? item.filename)}
              >
                <Name text={(item.path ?? item.filename).slice(shared)} />
              </a>,
              item.namespace || documentTexts.wholeCluster,
              sizeText(item.size),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
