import { type Anchor, clampAnchor, type Measures } from "./anchor.ts";

/** Browsers cap an element at about 33 million px, and lay out far from that cap with errors; this is well below. */
const maxBoxPx = 8_000_000;

/** Height of the scrolled box: as tall as its lines, as far as a browser can do that. */
export function boxHeight({ total, rowPx }: Pick<Measures, "total" | "rowPx">): number {
  return Math.min(total * rowPx, maxBoxPx);
}

/** The scroll bar's place for an anchor. Equal to the lines' own px while the box holds them all at one height. */
export function scrollOf(anchor: Anchor, measures: Measures): number {
  const roomPx = boxHeight(measures) - measures.viewportPx;
  const linesRoom = measures.total - measures.viewportPx / measures.rowPx;
  if (roomPx <= 0 || linesRoom <= 0) return 0;
  const line = anchor.line + anchor.offsetPx / measures.heightOf(anchor.line);
  return Math.max(0, Math.min(roomPx, (line / linesRoom) * roomPx));
}

/** The anchor that a place of the scroll bar means. */
export function anchorOfScroll(scrollTop: number, measures: Measures): Anchor {
  const roomPx = boxHeight(measures) - measures.viewportPx;
  const linesRoom = measures.total - measures.viewportPx / measures.rowPx;
  if (roomPx <= 0 || linesRoom <= 0) return { line: 0, offsetPx: 0 };
  const at = Math.max(0, Math.min(1, scrollTop / roomPx)) * linesRoom;
  const line = Math.min(measures.total - 1, Math.floor(at));
  return clampAnchor({ line, offsetPx: (at - line) * measures.heightOf(line) }, measures);
}
