/** What stands before the caret and would be replaced by a completion. */
interface WordAt {
  from: number;
  to: number;
  /** The field whose value is typed; undefined where a field or a word is. */
  field: string | undefined;
  /** What of it is typed, without quotes. */
  typed: string;
}

const wordBefore = /(?:^|[\s(])-?(?:([^\s()":]+):)?("[^"]*|[^\s()":]*)$/s;

/** The word that is being typed; undefined within a phrase. */
export function wordAt(text: string, caret: number): WordAt | undefined {
  const before = text.slice(0, caret);
  const [, field, piece] = wordBefore.exec(before) ?? [];
  if (piece === undefined || (field === undefined && piece.startsWith('"'))) return undefined;
  // An open quote before it: all of this is a phrase.
  const quotes =
    before
      .slice(0, caret - piece.length)
      .replace(/\\["\\]/g, "")
      .split('"').length - 1;
  if (quotes % 2 === 1) return undefined;
  const behind = /^[^\s()"]*"?/.exec(text.slice(caret))?.[0].length ?? 0;
  const isQuoted = piece.startsWith('"');
  const to = isQuoted || field !== undefined ? caret + behind : caret;
  return { from: caret - piece.length, to, field, typed: isQuoted ? piece.slice(1) : piece };
}
