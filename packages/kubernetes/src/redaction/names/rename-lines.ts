/** A line that is longer is renamed in pieces. */
const maxLine = 64 * 1024;

/**
 * Content with pseudonyms, chunk by chunk. Bytes are taken as characters of their own: names and addresses are ASCII,
 * and what is no UTF-8 passes as it is.
 */
export async function* renameLines(
  content: AsyncIterable<Uint8Array>,
  rename: (text: string) => string,
): AsyncGenerator<Uint8Array> {
  let held = "";
  for await (const chunk of content) {
    held += textOf(chunk);
    const end = held.lastIndexOf("\n") + 1;
    const cut = end > 0 ? end : held.length > maxLine ? cutOf(held) : 0;
    if (cut === 0) continue;
    yield bytesOf(rename(held.slice(0, cut)));
    held = held.slice(cut);
  }
  if (held !== "") yield bytesOf(rename(held));
}

/** Behind the last character that is part of no name, or all of it. */
function cutOf(text: string): number {
  for (let at = text.length; at > text.length - 1024; at--) if (/[\s,;"']/.test(text[at - 1] ?? "")) return at;
  return text.length;
}

function textOf(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
