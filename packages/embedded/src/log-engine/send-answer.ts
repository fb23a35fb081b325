import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { constants, createGzip } from "node:zlib";
import { type ClickHouseException, exceptionOf, isFatal } from "./clickhouse-exception.ts";

export interface Answer {
  pieces: AsyncIterable<Uint8Array>;
  headers: Record<string, string>;
  compress: boolean;
  /** Ends the wait for a reader that left. */
  signal: AbortSignal;
}

/**
 * Sends the pieces as they come, no faster than they are read. Headers leave with the first piece, so that a statement
 * that fails at once is answered with its code; one that fails later ends with ClickHouse's tagged exception and a cut
 * connection, which no client can take for the end of the answer.
 */
export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { headers, signal } = answer;
  const tag = randomBytes(8).toString("hex");
  const gzip = answer.compress && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const target = gzip ? createGzip({ level: 1 }) : response;
  const begin = (): void => {
    const coding: Record<string, string> = gzip ? { "Content-Encoding": "gzip" } : {};
    response.writeHead(200, { ...headers, ...coding, "X-ClickHouse-Exception-Tag": tag });
    if (target !== response) target.pipe(response);
  };
  try {
    for await (const piece of answer.pieces) {
      if (!response.headersSent) begin();
      if (!target.write(piece)) await once(target, "drain", { signal });
      signal.throwIfAborted();
    }
    if (!response.headersSent) begin();
    target.end();
  } catch (error) {
    const exception = exceptionOf(error);
    if (response.headersSent) endTagged({ target, response, tag, exception });
    else sendException(response, exception, headers);
    if (isFatal(exception)) throw error;
  }
}

/** An answer that is an exception from the start. */
export function sendException(
  response: ServerResponse,
  exception: ClickHouseException,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) return;
  const code = { "X-ClickHouse-Exception-Code": String(exception.code) };
  response.writeHead(exception.status, { ...headers, ...code, "Content-Type": "text/plain; charset=UTF-8" });
  response.end(`${exception.message}\n`);
}

/** The form that clients look for since ClickHouse 25.11: the message, its length with the line feed, and the tag. */
function endTagged(options: {
  target: Writable & { flush?: (kind: number, done: () => void) => void };
  response: ServerResponse;
  tag: string;
  exception: ClickHouseException;
}): void {
  const { target, response, tag, exception } = options;
  const mark = "__exception__";
  const length = Buffer.byteLength(exception.message) + 1;
  const cut = (): void => void response.socket?.end();
  target.write(`\r\n${mark}\r\n${tag}\r\n${exception.message}\n${length} ${tag}\r\n${mark}\r\n`, () => {
    if (target.flush === undefined) cut();
    else target.flush(constants.Z_SYNC_FLUSH, () => setImmediate(cut));
  });
}
