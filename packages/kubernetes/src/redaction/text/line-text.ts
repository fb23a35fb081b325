/** Bytes as text, with the way back from positions of the text to bytes. */
export interface LineText {
  text: string;
  /** Byte of a position; positions must not go down from call to call. */
  byteAt(position: number): number;
}

const slice = 8192;

/** UTF-8, else one character for each byte, so that every byte can be put out as it was. */
export function lineText(bytes: Uint8Array): LineText {
  const text = decoded(bytes);
  if (text.length === bytes.length) return { text, byteAt: (position) => position };
  let at = 0;
  let byte = 0;
  return {
    text,
    byteAt(position) {
      while (at < position) {
        const code = text.codePointAt(at) ?? 0;
        byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        at += code < 0x10000 ? 1 : 2;
      }
      return byte;
    },
  };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return binaryText(bytes).text;
  }
}

/** One character for each byte. */
export function binaryText(bytes: Uint8Array): LineText {
  let text = "";
  for (let at = 0; at < bytes.length; at += slice) text += String.fromCharCode(...bytes.subarray(at, at + slice));
  return { text, byteAt: (position) => position };
}
