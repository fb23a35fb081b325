/** Lines of a stream, both included, numbered from 0. */
export interface LineRange {
  first: number;
  last: number;
}

/** `?line=12` or `?line=12-20`, as people count from 1; undefined for none, and where they lie outside of the stream. */
export function parseLineRange(text: string | undefined, total: number): LineRange | undefined {
  const found = /^(\d{1,12})(?:-(\d{1,12}))?$/.exec(text ?? "");
  if (!found) return undefined;
  const [a, b] = [Number(found[1]) - 1, Number(found[2] ?? found[1]) - 1];
  const first = Math.min(a, b);
  if (first < 0 || first >= total) return undefined;
  return { first, last: Math.min(total - 1, Math.max(a, b)) };
}

/** The inverse of `parseLineRange`. */
export function formatLineRange({ first, last }: LineRange): string {
  return first === last ? String(first + 1) : `${first + 1}-${last + 1}`;
}
