/** Lines that stand in one scroll at most: browsers cap an element at 33 million px, and wrapped lines are measured. */
export const windowLines = { plain: 200_000, wrapped: 20_000 } as const;

export interface StreamWindow {
  /** Number of the first line in it, from 0. */
  first: number;
  count: number;
}

/** The lines around `anchor` that one scroll holds: all of a stream up to `size`, else `size` of them with the anchor in the middle. */
export function streamWindow(opts: { total: number; anchor: number; size: number }): StreamWindow {
  const { total, anchor, size } = opts;
  if (total <= size) return { first: 0, count: Math.max(0, total) };
  const first = Math.min(Math.max(0, anchor - Math.floor(size / 2)), total - size);
  return { first, count: size };
}

/** The line that `?line=` names: a number from 1 as people count, "last", or the first where it is none. Counted from 0. */
export function anchorOf(text: string | undefined, total: number): number {
  const last = Math.max(0, total - 1);
  if (text === "last") return last;
  const line = /^\d{1,12}$/.test(text ?? "") ? Number(text) - 1 : 0;
  return Math.min(Math.max(0, line), last);
}

/** The chunks of `chunkSize` lines that hold the lines `from`–`to`. */
export function chunksOf(opts: { from: number; to: number; chunkSize: number }): number[] {
  const { from, to, chunkSize } = opts;
  const first = Math.floor(from / chunkSize);
  const last = Math.floor(to / chunkSize);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}
