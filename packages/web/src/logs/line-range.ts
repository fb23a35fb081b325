/** Lines of a stream, both included, numbered from 0. */
export interface LineRange {
  first: number;
  last: number;
}

const inAddress = /^(\d{1,12})(?:-(\d{1,12}))?$/;

/** `?line=12` or `?line=12-20`, as people count from 1; undefined for none, and where they lie outside of the stream. */
export function parseLineRange(text: string | undefined, total: number): LineRange | undefined {
  const found = inAddress.exec(text ?? "");
  if (!found) return undefined;
  const [a, b] = [Number(found[1]) - 1, Number(found[2] ?? found[1]) - 1];
  const first = Math.min(a, b);
  if (first < 0 || first >= total) return undefined;
  return { first, last: Math.min(total - 1, Math.max(a, b)) };
}

/** The last line, as people count, that an address names behind the end of the stream; undefined where it names none there. */
export function lineBeyond(text: string | undefined, total: number): number | undefined {
  const found = inAddress.exec(text ?? "");
  const last = Math.max(Number(found?.[1] ?? 0), Number(found?.[2] ?? 0));
  return last > total ? last : undefined;
}

/** The inverse of `parseLineRange`. */
export function formatLineRange({ first, last }: LineRange): string {
  return first === last ? String(first + 1) : `${first + 1}-${last + 1}`;
}
