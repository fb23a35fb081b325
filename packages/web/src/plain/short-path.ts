/** Digests without which names still differ: what is told apart by them alone is told by `title`. */
const digest = /(?<![0-9a-z])[0-9a-f]{24,}(?![0-9a-z])/gi;

/** A text in which long digests are short in the middle; the whole is for `title`. */
export function shortPath(text: string): string {
  return text.replace(digest, (found) => `${found.slice(0, 6)}…${found.slice(-4)}`);
}
