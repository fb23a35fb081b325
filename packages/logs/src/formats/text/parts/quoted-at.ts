/** Longest text in quotes that is looked through. */
const longest = 16_384;

/** The text in double quotes that begins at `at`, with `\"` inside it; undefined where none begins or ends. */
export function quotedAt(text: string, at: number): { value: string; end: number } | undefined {
  if (text.charCodeAt(at) !== 34) return undefined;
  const limit = Math.min(text.length, at + longest);
  for (let index = at + 1; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 92) index += 1;
    else if (code === 34) return { value: text.slice(at + 1, index), end: index + 1 };
  }
  return undefined;
}
