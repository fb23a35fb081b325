import { checkEntryPath } from "./entry-path.ts";

/**
 * The target of a hard link, which is named from the top of its archive, as a symbolic link at `path` would name it;
 * undefined when it leaves the archive.
 */
export function relativeTarget(path: string, target: string): string | undefined {
  const checked = checkEntryPath(target);
  if ("refused" in checked || checked.path === "") return undefined;
  return "../".repeat(path.split("/").length - 1) + checked.path;
}
