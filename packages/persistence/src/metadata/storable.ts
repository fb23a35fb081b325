/** PostgreSQL holds neither NUL nor half a surrogate pair, in text and in jsonb; both become U+FFFD. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** JSON text of a value with the same replaced, in keys too. Invalid dates and numbers become null. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify escapes exactly NUL and halves of pairs this way; an even run of backslashes before is text itself.
  return /\\u(?:0000|d[89a-f])/i.test(json)
    ? json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, "$1\uFFFD")
    : json;
}

/** Cut so that an index can hold it; no valid name of Kubernetes is longer. */
export function indexable(text: string, maxLength = 253): string {
  return text.length > maxLength ? text.slice(0, maxLength) : text;
}

/** A whole number that an `integer` column holds. */
export function storableInt(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-2_147_483_648, Math.min(2_147_483_647, Math.trunc(value)));
}

/** Dates outside the years 1 to 9999 are no times of a cluster, and their ISO form is none that SQL reads. */
export function storableDate(date: Date | undefined): Date | null {
  if (date === undefined || Number.isNaN(date.getTime())) return null;
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date : null;
}
