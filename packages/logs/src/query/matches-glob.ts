/** Whether a pattern takes a whole text; `*` stands for any characters. */
export function matchesGlob(text: string, pattern: string): boolean {
  const parts = pattern.split("*");
  const [first = ""] = parts;
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return text === pattern;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let next = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, next);
    if (found < 0) return false;
    next = found + part.length;
  }
  return next <= end;
}
