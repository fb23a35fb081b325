// A control character that begins something: ESC in all that is seen in logs. Tabs and line ends never do.
const control = String.raw`(?![\t\n\r])\p{Cc}`;

// Escape sequences of terminals (ECMA-48): CSI for colours and cursor, OSC for titles and links up to its end.
const escapes = new RegExp(
  `${control}\\[[0-?]*[ -/]*[@-~]|${control}\\][^\\p{Cc}]*(?:${control}\\\\?)?|${control}[()][0-9A-Z]`,
  "gu",
);
const controls = /(?![\t\n])\p{Cc}/gu;
// Marks that reorder or hide text around them: a line could show other words than it has (Unicode TR 36).
const marks = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Hostile text made inert: no escape sequences, control characters as their pictures, direction marks named. */
export function plainText(text: string): string {
  return text.replace(escapes, "").replace(controls, picture).replace(marks, named);
}

/** Unicode has a picture for each control character of ASCII: U+2400 on, DEL at U+2421. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : named(character);
}

function named(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
