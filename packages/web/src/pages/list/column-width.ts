/** Width of a letter of the table's font and the room around a cell, in px. */
const letterPx = 7.2;
const aroundPx = 18;
const lettersAtMost = 60;

/** How wide a column is: as its longest text on the first page, so that it does not change as more rows come. */
export function columnWidth(opts: { header: string; texts: readonly string[]; least: number }): {
  minPx: number;
  maxPx: number;
} {
  let letters = opts.header.length;
  for (const text of opts.texts) letters = Math.max(letters, Math.min(text.length, lettersAtMost));
  return {
    minPx: Math.ceil(Math.min(letters, opts.least) * letterPx + aroundPx),
    maxPx: Math.ceil(letters * letterPx + aroundPx),
  };
}
