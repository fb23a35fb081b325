/** Whether a name is one of `keys`, in any case; `*` stands for any characters. Linear in the length of the name. */
export function keyMatcher(keys: readonly string[]): (name: string) => boolean {
  const globs = keys.map((key) => key.toLowerCase().split("*"));
  return (name) => {
    const lower = name.toLowerCase();
    return globs.some((pieces) => matchesGlob(lower, pieces));
  };
}

/** The first piece begins the name, the last one ends it, those between come in turn: the earliest place of each will do. */
function matchesGlob(name: string, pieces: readonly string[]): boolean {
  const first = pieces[0] ?? "";
  const last = pieces.at(-1) ?? "";
  if (pieces.length === 1) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= name.length - last.length;
}
