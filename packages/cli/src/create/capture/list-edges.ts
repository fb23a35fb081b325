import { isObject, textAt } from "@kubin/kubernetes";

/** The metadata of a list stands before its items (built-in types) or behind them (custom ones). */
const edgeBytes = 16 * 1024;

export interface ListEdges {
  bytes: AsyncGenerator<Uint8Array>;
  /** Where the list goes on (`metadata.continue`), "" at its end; to be asked when all bytes were read. */
  next(): string;
}

/** Lets the bytes of a list pass, and finds in their beginning or end whether there is a further page. */
export function listEdges(body: AsyncIterable<Uint8Array>): ListEdges {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  return {
    bytes: (async function* () {
      for await (const chunk of body) {
        if (head.length < edgeBytes) head = Buffer.concat([head, chunk.subarray(0, edgeBytes - head.length)]);
        const end = chunk.subarray(Math.max(0, chunk.length - edgeBytes));
        tail = Buffer.concat([tail, end]);
        tail = tail.subarray(Math.max(0, tail.length - edgeBytes));
        yield chunk;
      }
    })(),
    next: () => continueOf(before(head.toString("utf8"))) || continueOf(behind(tail.toString("utf8"))),
  };
}

function before(text: string): string {
  const at = text.indexOf('"items":');
  return at < 0 ? "" : `${text.slice(0, at)}"items":[]}`;
}

function behind(text: string): string {
  const at = text.lastIndexOf('],"');
  return at < 0 ? "" : `{${text.slice(at + 2)}`;
}

function continueOf(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? textAt(value.metadata, "continue") : "";
  } catch {
    // That edge holds no metadata.
    return "";
  }
}
