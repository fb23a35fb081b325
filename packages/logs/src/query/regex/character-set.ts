import { lowerAscii } from "../../lines/line-text.ts";

/** Which one character stands at a place of an expression: of those beyond ASCII the listed ones, or every one. */
export interface CharacterSet {
  /** Codes. */
  ascii: ReadonlySet<number>;
  beyond: readonly string[] | "every";
}

export const asciiCodes: readonly number[] = Array.from({ length: 128 }, (_, code) => code);

const between = (first: string, last: string): number[] =>
  asciiCodes.filter((code) => code >= first.charCodeAt(0) && code <= last.charCodeAt(0));

const digits = between("0", "9");
const classes: Readonly<Record<string, readonly number[]>> = {
  d: digits,
  w: [...digits, ...between("A", "Z"), ...between("a", "z"), 95],
  // No vertical tab, as in RE2.
  s: [9, 10, 12, 13, 32],
};

export const anyCharacter: CharacterSet = { ascii: new Set(asciiCodes), beyond: "every" };

export function oneCharacter(character: string): CharacterSet {
  const code = character.codePointAt(0) ?? 0;
  return code < 128 ? { ascii: new Set([code]), beyond: [] } : { ascii: new Set(), beyond: [character] };
}

/** The set of `\d`, `\W` and the like. */
export function classSet(letter: string): CharacterSet | undefined {
  const codes = classes[letter.toLowerCase()];
  if (!codes) return undefined;
  const set = { ascii: new Set(codes), beyond: [] };
  return letter === letter.toLowerCase() ? set : complement(set);
}

export function rangeSet(first: number, last: number): CharacterSet {
  return { ascii: new Set(asciiCodes.filter((code) => code >= first && code <= last)), beyond: [] };
}

export function union(sets: readonly CharacterSet[]): CharacterSet {
  const listed = sets.flatMap(({ beyond }) => (typeof beyond === "string" ? [] : beyond));
  return {
    ascii: new Set(sets.flatMap(({ ascii }) => [...ascii])),
    beyond: sets.some(({ beyond }) => beyond === "every") ? "every" : [...new Set(listed)],
  };
}

/** Of a set that lists no character beyond ASCII. */
export function complement(set: CharacterSet): CharacterSet {
  return {
    ascii: new Set(asciiCodes.filter((code) => !set.ascii.has(code))),
    beyond: set.beyond === "every" ? [] : "every",
  };
}

/** With the letters A–Z in both cases. */
export function folded(set: CharacterSet): CharacterSet {
  const other = [...set.ascii].map((code) => {
    const letter = String.fromCharCode(code);
    return (lowerAscii(letter) === letter ? letter.toUpperCase() : lowerAscii(letter)).charCodeAt(0);
  });
  return { ...set, ascii: new Set([...set.ascii, ...other]) };
}

/** The one character of a set, lower case; both cases of a letter are one. */
export function onlyCharacter({ ascii, beyond }: CharacterSet): string | undefined {
  if (typeof beyond === "string") return undefined;
  const characters = new Set([...[...ascii].map((code) => lowerAscii(String.fromCharCode(code))), ...beyond]);
  const [only] = characters;
  return characters.size === 1 ? only : undefined;
}
