import type { ImageUse } from "@kubin/schema";
import { type ImageParts, splitImage } from "./split-image.ts";

export interface ImageRow extends ImageUse, ImageParts {
  /** How many versions of the same repository run beside each other. */
  versions: number;
  /** The tag does not tell what runs: `latest`, or none at all. */
  moving: "latest" | "untagged" | undefined;
}

/** The images with their names taken apart, and what one should know of each. */
export function imageRows(items: readonly ImageUse[]): ImageRow[] {
  const split = items.map((item) => ({ ...item, ...splitImage(item.image) }));
  const versions = new Map<string, number>();
  for (const { repository } of split) versions.set(repository, (versions.get(repository) ?? 0) + 1);
  return split.map((row) => ({ ...row, versions: versions.get(row.repository) ?? 1, moving: movingOf(row) }));
}

function movingOf({ tag, digest }: ImageParts): ImageRow["moving"] {
  if (digest !== "") return undefined;
  if (tag === "") return "untagged";
  return tag === "latest" ? "latest" : undefined;
}
