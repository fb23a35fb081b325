/** Longer ones are no names. */
const maxName = 100;

/** The name that a literal is part of. `character` tests one character of a name. */
export function nameAround(
  text: string,
  hit: { start: number; end: number },
  character: RegExp,
): { start: number; end: number } {
  let { start, end } = hit;
  while (start > 0 && hit.start - start < maxName && character.test(text[start - 1] ?? "")) start--;
  // Punctuation that ends the literal, as in `pass=`, ends the name.
  while (end > hit.start && !character.test(text[end - 1] ?? "")) end--;
  if (end < hit.end) return { start, end };
  while (end < text.length && end - hit.end < maxName && character.test(text[end] ?? "")) end++;
  while (end > hit.end && /[.-]/.test(text[end - 1] ?? "")) end--;
  return { start, end };
}
