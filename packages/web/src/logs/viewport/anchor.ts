/** Where the top of the viewport stands: this many px below the top of this line (numbers from 0). */
export interface Anchor {
  line: number;
  offsetPx: number;
}

/** Lines of a stream in the viewport. Lines that were not measured yet count as `rowPx`. */
export interface Measures {
  total: number;
  rowPx: number;
  viewportPx: number;
  heightOf: (line: number) => number;
}

/** The anchor moved by real pixels, up to either end of the stream. */
export function moveAnchor(anchor: Anchor, byPx: number, measures: Measures): Anchor {
  let { line } = anchor;
  let offsetPx = anchor.offsetPx + byPx;
  while (offsetPx < 0 && line > 0) offsetPx += measures.heightOf(--line);
  while (line < measures.total - 1 && offsetPx >= measures.heightOf(line)) offsetPx -= measures.heightOf(line++);
  return clampAnchor({ line, offsetPx: Math.max(0, offsetPx) }, measures);
}

/** No emptier than needed: the last line ends at the foot of the viewport or above where there are not enough lines. */
export function clampAnchor(anchor: Anchor, measures: Measures): Anchor {
  const last = lastAnchor(measures);
  const behind = anchor.line > last.line || (anchor.line === last.line && anchor.offsetPx > last.offsetPx);
  return behind ? last : anchor;
}

/** The anchor at which the last line stands at the foot of the viewport. */
function lastAnchor({ total, viewportPx, heightOf }: Measures): Anchor {
  let line = Math.max(0, total);
  let filledPx = 0;
  while (line > 0 && filledPx < viewportPx) filledPx += heightOf(--line);
  return { line, offsetPx: Math.max(0, filledPx - viewportPx) };
}
