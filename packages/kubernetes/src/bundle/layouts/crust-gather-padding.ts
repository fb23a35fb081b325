import type { Decode } from "../layout.ts";

const lineFeed = 10;
const tarBlockBytes = 512;

/**
 * Takes the byte off the end that is not the file's: crust-gather writes tars whose entries are told as one byte longer
 * than they are. That byte is a NUL of the padding, or, where the file fills its blocks, the first one of the next
 * header. The latter is only taken for it where no file of crust-gather ends so: in YAML, which ends with a line feed,
 * and in a log of this one byte. In folders and zips there is no such byte, and nothing is taken.
 */
export function withoutPadding(of: "yaml" | "log" | "document"): Decode {
  const isOfHeader = (length: number) => {
    if (of === "log") return length === 1;
    return of === "yaml" && length % tarBlockBytes === 1;
  };
  return async function* (content) {
    let held: number | undefined;
    let length = 0;
    for await (const chunk of content) {
      const last = chunk.at(-1);
      if (last === undefined) continue;
      if (held !== undefined) yield Uint8Array.of(held);
      held = last;
      length += chunk.length;
      if (chunk.length > 1) yield chunk.subarray(0, -1);
    }
    if (held === undefined || held === 0 || (held !== lineFeed && isOfHeader(length))) return;
    yield Uint8Array.of(held);
  };
}
