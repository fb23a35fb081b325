const risky = /[\p{Cc}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** One line of captured text, inert: line ends and control characters are written out, tabs are blanks. */
export function clean(text: string): string {
  return text.replace(risky, written);
}

/** As kubectl writes what terminals would take for commands (`printers.WriteEscaped`), and the rest in Go's manner. */
function written(character: string): string {
  if (character === "\t") return "  ";
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x1b) return "^[";
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
