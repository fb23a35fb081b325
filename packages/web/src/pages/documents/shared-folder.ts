/** How many characters all paths begin with alike, counted in whole folders: what need not be read again in each row. */
export function sharedFolder(paths: readonly string[]): number {
  const [first, ...rest] = paths;
  if (first === undefined || rest.length === 0) return 0;
  let length = first.length;
  for (const path of rest) {
    let same = 0;
    while (same < length && path[same] === first[same]) same++;
    length = same;
  }
  return first.lastIndexOf("/", Math.max(0, length - 1)) + 1;
}
