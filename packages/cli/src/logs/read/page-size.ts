/** Lines held of all streams together, about; twice that with those under way. */
const heldLines = 80_000;
const [smallest, largest] = [50, 5_000];

/**
 * Lines to fetch of a stream at a time. Most logs are short: what they do not hold is left to the long ones, which take
 * most questions.
 */
export function pageSizeFor(streams: readonly { lines: number }[]): number {
  const held = (size: number) => streams.reduce((sum, { lines }) => sum + Math.min(lines, size), 0);
  let [fits, over] = [smallest, largest + 1];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (held(middle) <= heldLines) fits = middle;
    else over = middle;
  }
  return fits;
}
