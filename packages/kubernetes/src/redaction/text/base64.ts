const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** What a literal looks like within base64. */
export interface Base64Form {
  text: string;
  /** Position of the form's first character within its group of four. */
  phase: number;
}

/** Shorter forms are met by chance in every certificate. */
const shortestForm = 4;

/** What may follow the short prefix of a token. */
const tokenAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.+/";

/**
 * The characters of base64 that `literal` fixes, for each of the three ways in which it can lie in groups of three bytes.
 * Three characters fix too little: with the first bits of what follows there are some ten forms, each of four.
 */
export function base64Forms(literal: string): Base64Form[] {
  if (literal.length > 3) return formsOf(literal);
  const forms = [...tokenAlphabet].flatMap((next) => formsOf(literal + next));
  const cut = forms.map(({ text, phase }) => ({ text: text.slice(0, shortestForm), phase }));
  return [...new Map(cut.map((form) => [`${form.text} ${form.phase}`, form])).values()];
}

function formsOf(literal: string): Base64Form[] {
  const forms: Base64Form[] = [];
  for (const offset of [0, 1, 2]) {
    const first = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + literal.length) * 8) / 6);
    let text = "";
    for (let at = first; at < end; at++) text += alphabet[sextet("\0".repeat(offset) + literal, at)] ?? "";
    if (text.length < shortestForm) continue;
    forms.push({ text, phase: first % 4 });
    if (/[+/]/.test(text)) forms.push({ text: text.replaceAll("+", "-").replaceAll("/", "_"), phase: first % 4 });
  }
  return forms;
}

function sextet(bytes: string, index: number): number {
  const bit = index * 6;
  const first = bytes.charCodeAt(bit >> 3) << 8;
  const pair = first | (bytes.length > (bit >> 3) + 1 ? bytes.charCodeAt((bit >> 3) + 1) : 0);
  return (pair >> (10 - (bit & 7))) & 63;
}

/** Whether a character belongs to base64 of either alphabet; "=" does not. */
export function isBase64(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 47 && code <= 57) ||
    code === 43 ||
    code === 45 ||
    code === 95
  );
}

/** The bytes behind base64 of either alphabet, padding or none; what follows the last whole byte is dropped. */
export function decodeBase64(text: string): Uint8Array {
  const padding = text.indexOf("=");
  const end = padding < 0 ? text.length : padding;
  const bytes = new Uint8Array((end * 3) >> 2);
  let held = 0;
  for (let at = 0, byte = 0; at < end; at++) {
    held = (held << 6) | sextetOf(text.charCodeAt(at));
    if ((at & 3) === 0) continue;
    bytes[byte++] = held >> (6 - 2 * (at & 3));
  }
  return bytes;
}

function sextetOf(code: number): number {
  if (code >= 97) return code - 71;
  if (code >= 65) return code === 95 ? 63 : code - 65;
  if (code >= 48) return code + 4;
  return code === 43 || code === 45 ? 62 : 63;
}
