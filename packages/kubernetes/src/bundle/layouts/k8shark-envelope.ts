/** Bytes of one field of a JSON object, as they stand in it. */
export interface FieldBytes {
  name: string;
  /** Valid until the next is asked for. */
  bytes: Uint8Array;
}

const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;
/** `{` and `[`, `}` and `]`. */
const opening = new Set([123, 91]);
const closing = new Set([125, 93]);

/**
 * The fields of a JSON object, each in one or more pieces, without holding any of them: the body of a recording may be
 * hundreds of MB. Gives what is there of an object that ends early, and nothing for what is none.
 */
export async function* fieldsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<FieldBytes> {
  let state: "outside" | "key" | "value" = "outside";
  let depth = 0;
  let inString = false;
  let escaped = false;
  let key: number[] = [];
  let name = "";
  for await (const chunk of content) {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inString = false;
        if (inString && state === "key" && key.length < 300) key.push(byte);
      } else if (byte === quote) inString = true;
      else if (state === "outside") {
        if (byte === 123) state = "key";
      } else if (state === "key") {
        if (byte === colon) {
          name = new TextDecoder().decode(new Uint8Array(key));
          key = [];
          state = "value";
          start = at + 1;
        } else if (byte === 125) state = "outside";
      } else if (opening.has(byte)) depth++;
      else if (depth > 0) {
        if (closing.has(byte)) depth--;
      } else if (byte === comma || closing.has(byte)) {
        yield { name, bytes: chunk.subarray(start, at) };
        state = byte === comma ? "key" : "outside";
      }
    }
    if (state === "value" && start < chunk.length) yield { name, bytes: chunk.subarray(start) };
  }
}
