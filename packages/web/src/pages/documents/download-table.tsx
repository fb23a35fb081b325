import type { Download } from "@kubin/schema";
import { IconDownload } from "@tabler/icons-react";
import { Name } from "../../parts/name.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { PlaceLink } from "../../place/place-link.tsx";
import { plainText } from "../../plain/plain-text.ts";
import { safeHref } from "../../plain/safe-href.ts";
import { shortPath } from "../../plain/short-path.ts";
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

/** Texts are links to their page; other files have none. */
function FileName({ item, shown }: { item: Download; shown: string }) {
  const name = <Name text={shortPath(shown)} />;
  return (
    <span className={styles.path} title={plainText(item.path ?? item.filename)}>
      {item.type === "bundle" ? <PlaceLink place={{ page: "document", sha256: item.sha256 }}>{name}</PlaceLink> : name}
    </span>
  );
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
            { name: documentTexts.download, align: "right" },
          ]}
          rows={items.map((item, at) => ({
            key: `${at} ${item.sha256}`,
            cells: [
              <FileName key="file" item={item} shown={(item.path ?? item.filename).slice(shared)} />,
              item.namespace ? <Name key="namespace" text={item.namespace} /> : documentTexts.wholeCluster,
              sizeText(item.size),
              <a
                key="download"
                href={safeHref(item.url)}
                download={item.filename}
                rel="noopener noreferrer"
                aria-label={documentTexts.downloadOf(plainText(item.path ?? item.filename))}
              >
                <IconDownload size={15} aria-hidden />
              </a>,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
