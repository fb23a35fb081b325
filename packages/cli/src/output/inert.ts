/**
 * What can drive or deceive a terminal: C0 controls but tab, DEL, C1 (8-bit escape sequences), line and paragraph
 * separators, the marks that turn the direction of writing (CVE-2021-42574), and zero-width no-break space.
 */
const hostile = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Captured text made harmless and still readable: `^[` for an escape, `<U+202E>` for the rest. One line stays one line. */
export function inert(text: string): string {
  return text.replace(hostile, (char) => (char === "\t" ? char : show(char)));
}

/** As `inert`, but lines stay lines. */
export function inertLines(text: string): string {
  return text.replace(hostile, (char) => (char === "\n" || char === "\t" ? char : show(char)));
}

/** JSON that means the same and holds nothing hostile: inside strings these characters may as well be escapes. */
export function inertJson(json: string): string {
  return json.replace(hostile, (char) => (char === "\n" ? char : `\\u${hex(char)}`));
}

function show(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
  if (code === 0x7f) return "^?";
  return `<U+${hex(char).toUpperCase()}>`;
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).padStart(4, "0");
}
