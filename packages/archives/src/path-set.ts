/** Remembers a million paths in some 50 MB, by 53 bits of each; that two paths are taken for one is less likely than 1 : 10,000 even then. */
export function pathSet(): { add(path: string): boolean } {
  const seen = new Set<number>();
  return {
    /** False when it was there before. */
    add(path) {
      const before = seen.size;
      seen.add(hashOf(path));
      return seen.size > before;
    },
  };
}

/** cyrb53, in the public domain: two 32-bit hashes of which 53 bits fit into a number. */
function hashOf(text: string): number {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}
