import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Clock, Log } from "@kubin/core";
import { attachment } from "@kubin/core";
import { type ErrorCode, isKubinError, KubinError } from "@kubin/schema";
import { pieceFile, pieceFolder } from "./piece-paths.ts";
import { readObject } from "./read-object.ts";
import { type Grant, verifyUrl } from "./sign-url.ts";
import { storeBody } from "./store-body.ts";

export interface ServeObjects {
  root: string;
  incoming: string;
  /** Folder of unfinished multipart uploads. */
  pieces: string;
  secret: Buffer;
  basePath: string;
  clock: Clock;
  log: Log;
  onStored: (stored: { key: string; size: number }) => void | Promise<void>;
}

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  CANCELLED: 400,
  DIGEST_MISMATCH: 400,
  FORBIDDEN: 403,
  EXPIRED: 403,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
  STORE_FULL: 507,
};

/** What a browser must never do with captured bytes: guess their type, run or render them, keep them for others. */
const harmless = {
  "Content-Type": "application/octet-stream",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cache-Control": "private",
};

/** Answers a request to a signed URL. Never throws: errors are JSON `{ code, message }` with a fitting status. */
export async function serveObjects(request: Request, options: ServeObjects): Promise<Response> {
  try {
    const { method, url } = request;
    const grant = verifyUrl({ method, url, now: options.clock.now() }, options);
    return grant.method === "PUT" ? await put(request, grant, options) : await get(request, grant, options);
  } catch (error) {
    const known = isKubinError(error) ? error : unknownError(request);
    // The address is a secret as long as it is valid: only the reason is logged.
    if (known.code === "INTERNAL") options.log.error({ error: String(error) }, "an object could not be served");
    const { code, message } = known;
    return Response.json(
      { code, message },
      { status: statuses[code] ?? 500, headers: { "Cache-Control": "no-store" } },
    );
  }
}

function unknownError(request: Request): KubinError {
  if (request.signal.aborted) return new KubinError("CANCELLED", "The caller left.");
  return new KubinError("INTERNAL", "The object could not be served.");
}

async function put(
  request: Request,
  grant: Extract<Grant, { method: "PUT" }>,
  options: ServeObjects,
): Promise<Response> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > grant.size) {
    throw new KubinError("TOO_LARGE", `Only ${grant.size} bytes were announced.`);
  }
  const { key, size, sha256, piece } = grant;
  const { root, incoming, pieces, onStored } = options;
  if (piece) await stat(pieceFolder(pieces, { key, ...piece })).catch(gone);
  const place = piece ? pieceFile(pieces, { key, ...piece }) : join(root, key);
  // Not cancelled when it is refused half way: that would end the connection before the answer is sent.
  const body = request.body?.values({ preventCancel: true }) ?? Readable.from([]);
  await storeBody({ place, incoming, size, sha256, body });
  if (!piece) await onStored({ key, size });
  return new Response(null, { status: 204 });
}

async function get(
  request: Request,
  grant: Extract<Grant, { method: "GET" }>,
  options: ServeObjects,
): Promise<Response> {
  const path = join(options.root, grant.key);
  const headers = {
    ...harmless,
    "Content-Length": String(await sizeOf(path)),
    "Content-Disposition": attachment(grant.filename),
    ...(grant.gunzip ? { "Content-Encoding": "gzip" } : {}),
  };
  // The file is opened when the first byte is asked for, so an answer that nobody reads leaves nothing open.
  return new Response(request.method === "HEAD" ? null : streamOf(readObject(path)), { headers });
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(gone)).size;
}

function gone(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") {
    throw new KubinError("NOT_FOUND", "There is no such object.");
  }
  throw error;
}

/** Asks for the next chunk only when it is wanted; whoever cancels closes the source. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
