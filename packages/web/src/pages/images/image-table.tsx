import { IconAlertTriangleFilled, IconVersions } from "@tabler/icons-react";
import { FoundObjects } from "../../parts/found-objects.tsx";
import { Name } from "../../parts/name.tsx";
import { SmallTable } from "../../parts/small-table.tsx";
import { countText } from "../../plain/count-text.ts";
import { plainText } from "../../plain/plain-text.ts";
import { imageTexts } from "../../texts/images.ts";
import type { ImageRow } from "./image-rows.ts";
import styles from "./image-table.module.css";

const namespacesAtMost = 3;
/** Of a digest so much is seen: as much as tools show of a commit. */
const digestChars = 12;

/** Images, most used first, with the pods that run them on demand. */
export function ImageTable({ images }: { images: readonly ImageRow[] }) {
  return (
    <SmallTable
      label={imageTexts.title}
      columns={[
        { name: imageTexts.image },
        { name: imageTexts.version },
        { name: imageTexts.pods },
        { name: imageTexts.namespaces },
        { name: imageTexts.note },
      ]}
      rows={images.map((row) => ({
        key: row.image,
        cells: [
          <span key="image" className={styles.image} title={plainText(row.image)}>
            <Name text={row.repository} />
          </span>,
          <span key="version" className={styles.version} title={plainText(row.digest || row.tag)}>
            {[row.tag, shortDigest(row.digest)].filter(Boolean).map(plainText).join(" @ ")}
          </span>,
          <FoundObjects
            key="pods"
            title={imageTexts.podsRun(row.pods, countText(row.pods))}
            filters={[{ group: "", plural: "pods", text: row.image.slice(0, 500) }]}
          />,
          <span key="namespaces" title={row.namespaces.map(plainText).join(", ")}>
            {row.namespaces.slice(0, namespacesAtMost).map(plainText).join(", ")}
            {row.namespaces.length > namespacesAtMost &&
              ` ${imageTexts.more(countText(row.namespaces.length - namespacesAtMost))}`}
          </span>,
          <Note key="note" row={row} />,
        ],
      }))}
    />
  );
}

function Note({ row }: { row: ImageRow }) {
  if (row.moving === undefined && row.versions === 1) return null;
  return (
    <span className={styles.notes}>
      {row.moving !== undefined && (
        <span className={styles.moving}>
          <IconAlertTriangleFilled size={13} aria-hidden /> {imageTexts[row.moving]}
        </span>
      )}
      {row.versions > 1 && (
        <span>
          <IconVersions size={13} aria-hidden /> {imageTexts.versions(row.versions)}
        </span>
      )}
    </span>
  );
}

function shortDigest(digest: string): string {
  const colon = digest.indexOf(":");
  return digest.slice(0, colon + 1 + digestChars);
}
