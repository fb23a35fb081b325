const backslash = 92;
const quote = 34;
const letterU = 117;
const hexDigits = /^[0-9a-fA-F]{4}$/;
const plain = new Map([...'"\\/'].map((letter): [number, number] => [letter.charCodeAt(0), letter.charCodeAt(0)]));
const controls: readonly [string, number][] = [
  ["b", 8],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
];
const escapes = new Map([
  ...plain,
  ...controls.map(([letter, code]): [number, number] => [letter.charCodeAt(0), code]),
]);

/** The UTF-8 text of a JSON string, piece by piece. What is no string (null, an object) gives nothing. */
export async function* textOfJsonString(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let state: "before" | "inside" | "escape" | "after" = "before";
  /** Hex digits of a `\u` that are read so far; undefined: in none. */
  let hex: string | undefined;
  let surrogate: number | undefined;
  for await (const chunk of content) {
    // An escape is longer than what it stands for; the rest is for one that began in the chunk before.
    const out = new Uint8Array(chunk.length + 8);
    let length = 0;
    const put = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      out.set(bytes, length);
      length += bytes.length;
    };
    const endLone = () => {
      if (surrogate !== undefined) put("\ufffd");
      surrogate = undefined;
    };
    const putUnit = (unit: number) => {
      if (surrogate !== undefined && unit >= 0xdc00 && unit < 0xe000) {
        put(String.fromCharCode(surrogate, unit));
        surrogate = undefined;
        return;
      }
      endLone();
      if (unit >= 0xd800 && unit < 0xdc00) surrogate = unit;
      else put(String.fromCharCode(unit));
    };
    for (const byte of chunk) {
      if (state === "after") break;
      if (hex !== undefined) {
        hex += String.fromCharCode(byte);
        if (hex.length < 4) continue;
        putUnit(hexDigits.test(hex) ? Number.parseInt(hex, 16) : 0xfffd);
        hex = undefined;
      } else if (state === "escape") {
        state = "inside";
        if (byte === letterU) hex = "";
        else {
          endLone();
          out[length++] = escapes.get(byte) ?? byte;
        }
      } else if (state === "before") {
        if (byte === quote) state = "inside";
        else if (byte > 32) state = "after";
      } else if (byte === backslash) state = "escape";
      else {
        endLone();
        if (byte === quote) state = "after";
        else out[length++] = byte;
      }
    }
    if (length > 0) yield out.subarray(0, length);
  }
}
