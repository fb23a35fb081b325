const maxLength = 160;

/** Where `needle`, which is lower case, begins in `text`, whatever the case there; undefined when it is not in it. */
function findAnyCase(text: string, needle: string): number | undefined {
  const lower = text.toLowerCase();
  const at = lower.indexOf(needle);
  if (at < 0) return undefined;
  if (lower.length === text.length) return at;
  // A few letters become longer in lower case: count along until the place is reached.
  let start = 0;
  let passed = 0;
  for (const letter of text) {
    passed += letter.toLowerCase().length;
    if (passed > at) break;
    start += letter.length;
  }
  return start;
}

/** The line of `text` in which `needle` (lower case) stands first, cut to 160 characters around it; undefined without. */
export function excerptAround(text: string, needle: string): string | undefined {
  const at = findAnyCase(text, needle);
  if (at === undefined) return undefined;
  const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at + needle.length);
  return cutAround(text.slice(start, end < 0 ? undefined : end), at - start, needle.length);
}

function cutAround(line: string, at: number, length: number): string {
  if (line.length <= maxLength) return line;
  const room = maxLength - 2;
  const before = Math.max(0, Math.floor((room - length) / 2));
  const from = Math.max(0, Math.min(at - before, line.length - room));
  const to = Math.min(line.length, from + room);
  const middle = withoutHalves(line.slice(from, to));
  return `${from > 0 ? "…" : ""}${middle}${to < line.length ? "…" : ""}`;
}

/** A cut may part a surrogate pair; its half is left out. */
function withoutHalves(cut: string): string {
  return cut.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
