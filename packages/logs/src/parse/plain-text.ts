const escapeCode = 27;

/** Most of a record that is read, in bytes; what is behind stays in the line and is searched, but not parsed. */
export const maxReadBytes = 1024 * 1024;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a line; bytes that are not UTF-8 become U+FFFD. */
export function decodeLine(line: Uint8Array): string {
  return decoder.decode(line.length > maxReadBytes ? line.subarray(0, maxReadBytes) : line);
}

/** Without terminal colours and the CR of a line end. */
export function plainText(text: string): string {
  const line = text.charCodeAt(text.length - 1) === 13 ? text.slice(0, -1) : text;
  return line.includes("\u001b") ? withoutColours(line) : line;
}

/**
 * Without the control sequences of ECMA-48: `ESC [`, parameters, one letter. An escape that begins none goes alone.
 */
export function withoutColours(text: string): string {
  let plain = "";
  let from = 0;
  for (let at = text.indexOf("\u001b"); at >= 0; at = text.indexOf("\u001b", from)) {
    plain += text.slice(from, at);
    from = endOfSequence(text, at);
  }
  return plain + text.slice(from);
}

function endOfSequence(text: string, at: number): number {
  if (text.charCodeAt(at) !== escapeCode || text.charCodeAt(at + 1) !== 91) return at + 1;
  let index = at + 2;
  while (text.charCodeAt(index) >= 32 && text.charCodeAt(index) <= 63) index += 1;
  return Math.min(text.length, index + 1);
}
