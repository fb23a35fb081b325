import { type CharacterSet, classSet } from "./character-set.ts";
import { peek, type RegexReader, refuse, take } from "./regex-reader.ts";

const controls: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f", v: "\v", a: "\u0007" };

/** What a backslash makes of what follows it: one character, or a class of them. `reader` stands at the backslash. */
export function readEscape(reader: RegexReader): { character: string } | { set: CharacterSet } {
  const from = reader.next;
  take(reader);
  const letter = take(reader);
  const control = Object.hasOwn(controls, letter) ? controls[letter] : undefined;
  if (control !== undefined) return { character: control };
  if (letter === "x") return { character: readCode(reader, from) };
  const set = /^[dws]$/i.test(letter) ? classSet(letter) : undefined;
  if (set) return { set };
  if (/^[!-/:-@[-^`{-~ ]$/.test(letter)) return { character: letter };
  if (letter === "")
    throw refuse(reader, "A backslash at the end of an expression escapes nothing.", { from, to: from + 1 });
  throw refuse(
    reader,
    `\\${letter} is not understood; expected \\d \\w \\s \\D \\W \\S \\b \\B \\t \\x41 or a backslash before punctuation.`,
    {
      from,
      to: reader.next,
    },
  );
}

/** `\x41` or `\x{1f600}`. Two digits above 7f would be a byte to some and a character to others. */
function readCode(reader: RegexReader, from: number): string {
  const found = /^(?:([0-7][0-9a-f])|\{([0-9a-f]{1,6})\})/i.exec(reader.text.slice(reader.next, reader.next + 8));
  const code = Number.parseInt(found?.[1] ?? found?.[2] ?? "", 16);
  if (!found || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    const to = reader.next + peek(reader).length;
    throw refuse(reader, "\\x is followed by two digits up to 7f, or by the code of a character, as in \\x{e9}.", {
      from,
      to,
    });
  }
  reader.next += found[0].length;
  return String.fromCodePoint(code);
}
