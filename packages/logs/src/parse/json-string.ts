/** Place of the quote that ends a JSON string whose first character is at `from`, -1 when it does not end. */
export function endOfString(text: string, from: number): number {
  const first = text.indexOf('"', from);
  // Without a backslash before it, it is the end, whatever else is escaped.
  if (first < 0 || first === from || text.charCodeAt(first - 1) !== 92) return first;
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 34) return index;
    if (code === 92) index += 1;
  }
  return -1;
}

/** The text of what stands between the quotes of a JSON string; as it stands where it is no valid one. */
export function unescapeJson(raw: string): string {
  if (!raw.includes("\\")) return raw;
  try {
    const text: unknown = JSON.parse(`"${raw}"`);
    return typeof text === "string" ? text : raw;
  } catch {
    return raw;
  }
}
