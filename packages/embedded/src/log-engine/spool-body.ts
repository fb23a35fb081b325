import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { PassThrough, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { refusal } from "./clickhouse-exception.ts";

const longestStatementBytes = 8 * 1024 * 1024;

/** The SQL in the body of a request. */
export async function readBodyText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) chunks.push(chunk);
  };
  await pipeline(request, unpacker(request), limit(longestStatementBytes), collect);
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Writes the rows in the body to a private file (0600) in `folder` and removes it when `work` is done with it.
 * Throws TOO_MANY_BYTES beyond `maxBytes`.
 */
export async function spoolBody<T>(options: {
  request: IncomingMessage;
  folder: string;
  maxBytes: number;
  work: (path: string) => Promise<T>;
}): Promise<T> {
  const { request, folder, maxBytes, work } = options;
  const path = join(folder, randomUUID());
  try {
    await pipeline(request, unpacker(request), limit(maxBytes), createWriteStream(path, { mode: 0o600, flags: "wx" }));
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

function unpacker(request: IncomingMessage): Transform {
  const coding = request.headers["content-encoding"] ?? "identity";
  if (coding === "gzip") return createGunzip();
  if (coding === "identity") return new PassThrough();
  throw refusal(344, `Bodies in "${coding}" are not supported; send gzip or none.`);
}

function limit(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes > maxBytes) done(refusal(307, `The body is larger than ${maxBytes} bytes.`));
      else done(null, chunk);
    },
  });
}
