/**
 * The text, copied out of what it was cut from. Engines keep a whole document alive for as long as a name that was cut
 * out of it is; keeping the names of 190,000 objects kept 1 GB. For every text that outlives its document.
 */
export function detached(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** The same for texts that come often: equal ones become one. */
export function interning(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const copy = detached(text);
    known.set(copy, copy);
    return copy;
  };
}
