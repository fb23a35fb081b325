import type { ImageRow } from "./image-rows.ts";

interface ImageChoice {
  q: string | undefined;
  /** `several`: in several versions; `moving`: by a tag that does not tell what runs; all for any other word. */
  show: string | undefined;
  namespaces: readonly string[] | undefined;
}

/** The images of these namespaces whose name or namespaces hold the text. */
export function chooseImages(rows: readonly ImageRow[], { q = "", show, namespaces }: ImageChoice): ImageRow[] {
  const text = q.toLowerCase();
  return rows
    .filter((row) => !namespaces || row.namespaces.some((name) => namespaces.includes(name)))
    .filter((row) => `${row.image} ${row.namespaces.join(" ")}`.toLowerCase().includes(text))
    .filter((row) => show !== "moving" || row.moving !== undefined)
    .filter((row) => show !== "several" || row.versions > 1)
    .sort((a, b) => (show === "several" && a.repository !== b.repository ? (a.repository < b.repository ? -1 : 1) : 0));
}
