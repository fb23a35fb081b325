import { type HitTerm, hitRanges } from "../../../logs/message/hit-terms.ts";
import { plainText } from "../../../plain/plain-text.ts";

interface Room {
  /** Letters from the beginning that surely are seen. */
  seen: number;
  /** Letters that are shown at most. */
  letters: number;
}

/** What stands before a match so that one reads what it is about. */
const lead = 24;
/** Of a longer line the rest is not looked through: a page has hundreds. */
const readAtMost = 100_000;
const markStart = "‹redacted:";
/** What is longer is no mark, whatever it begins with. */
const longestMark = 90;

/** A line, inert: from its beginning, or from shortly before its first match where that would not be seen. */
export function excerpt(line: string, terms: readonly HitTerm[], { seen, letters }: Room): string {
  const text = plainText(line.slice(0, readAtMost));
  const [hit] = hitRanges(text, terms);
  if (!hit || hit.to <= seen) return text.slice(0, letters);
  const start = wholeStart(text, Math.max(0, hit.from - lead));
  return start === 0 ? text.slice(0, letters) : `…${text.slice(start, start + letters)}`;
}

/** A mark of what was taken out, and a letter of two units, stay whole. */
function wholeStart(text: string, start: number): number {
  const mark = text.lastIndexOf(markStart, start);
  if (mark >= 0 && start - mark < longestMark && text.indexOf("›", mark) >= start) return mark;
  return /[\udc00-\udfff]/.test(text.charAt(start)) ? start - 1 : start;
}
