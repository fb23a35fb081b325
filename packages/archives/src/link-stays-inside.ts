/** Whether a link at `path` with this target stays below the folder, by its text alone: links are not followed. */
export function linkStaysInside(path: string, target: string): boolean {
  if (target === "" || target.startsWith("/") || target.startsWith("\\") || /^[A-Za-z]:[\\/]/.test(target))
    return false;
  let depth = path.split("/").length - 1;
  for (const step of target.split(/[\\/]/)) {
    if (step === "..") depth--;
    else if (step !== "" && step !== ".") depth++;
    if (depth < 0) return false;
  }
  return true;
}
