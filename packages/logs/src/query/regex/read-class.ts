import { type CharacterSet, complement, folded, oneCharacter, rangeSet, union } from "./character-set.ts";
import { readEscape } from "./read-escape.ts";
import { peek, type RegexReader, refuse, take, takeIf } from "./regex-reader.ts";

/** `[…]`; `reader` stands at its bracket. */
export function readClass(reader: RegexReader): CharacterSet {
  const from = reader.next;
  take(reader);
  const negated = takeIf(reader, "^");
  const sets: CharacterSet[] = [];
  // A bracket that comes first is a character.
  while (sets.length === 0 || peek(reader) !== "]") {
    if (peek(reader) === "")
      throw refuse(reader, "This [ is never closed; expected a ] behind the characters.", { from, to: reader.next });
    sets.push(readItem(reader));
  }
  take(reader);
  const all = union(sets);
  const set = reader.ignoreCase ? folded(all) : all;
  if (!negated) return set;
  if (typeof set.beyond !== "string" && set.beyond.length > 0)
    throw refuse(reader, "A class that excludes lists only characters of ASCII.", { from, to: reader.next });
  return complement(set);
}

function readItem(reader: RegexReader): CharacterSet {
  const from = reader.next;
  if (/^\[:.*?:\]/s.test(reader.text.slice(from)))
    throw refuse(reader, "Classes like [:alpha:] are not understood; expected a-zA-Z, \\d, \\w or \\s.", {
      from,
      to: from + 2,
    });
  const first = readCharacter(reader);
  if (typeof first !== "string") return first;
  const behind = reader.text.charAt(reader.next + 1);
  if (peek(reader) !== "-" || behind === "]" || behind === "") return oneCharacter(first);
  take(reader);
  const last = readCharacter(reader);
  const place = { from, to: reader.next };
  if (typeof last !== "string") throw refuse(reader, "A range ends with a character, as in a-z.", place);
  const [low = 0, high = 0] = [first.codePointAt(0), last.codePointAt(0)];
  if (high < low) throw refuse(reader, `This range is the wrong way round; expected ${last}-${first}.`, place);
  if (high > 127) throw refuse(reader, "A range holds only characters of ASCII; list the others one by one.", place);
  return rangeSet(low, high);
}

function readCharacter(reader: RegexReader): string | CharacterSet {
  if (peek(reader) !== "\\") return take(reader);
  const read = readEscape(reader);
  return "set" in read ? read.set : read.character;
}
