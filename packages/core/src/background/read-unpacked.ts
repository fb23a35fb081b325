import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { isKubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { badPart } from "./bad-part.ts";

const mebibyte = 1024 * 1024;
/** No part and no member is larger unpacked, in bytes. */
export const maxUnpackedBytes = 256 * mebibyte;
const unpackedChunkBytes = 64 * 1024;

/**
 * The unpacked bytes of a stored gzip, or of `range` of it. Throws BAD_INPUT when the object is gone, is no gzip or
 * unpacks to more than `maxBytes`. Leaving the loop closes both streams.
 */
export async function* readUnpacked(opts: {
  ctx: Ctx;
  key: string;
  range?: { start: number; end: number };
  maxBytes: number;
}): AsyncGenerator<Uint8Array> {
  const { ctx, key, range, maxBytes } = opts;
  const unpack = createGunzip({ chunkSize: unpackedChunkBytes });
  const feeding = pipeline(ctx.ports.objects.read(key, range), unpack);
  // Its error arrives through `unpack` as well; a rejection nobody waits for would end the process.
  feeding.catch(() => undefined);
  let bytes = 0;
  try {
    for await (const chunk of unpack) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError("gunzip gave no bytes");
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
    await feeding;
  } catch (error) {
    throw asBadPart(error);
  } finally {
    unpack.destroy();
  }
}

function tooLarge(maxBytes: number): Error {
  return badPart(`It unpacks to more than ${(maxBytes / mebibyte).toFixed(1)} MiB, far more than was announced.`);
}

function asBadPart(error: unknown): unknown {
  if (isKubinError(error, "NOT_FOUND")) return badPart("Its stored object is gone.", error);
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  return error.code.startsWith("Z_") ? badPart("It is not valid gzip, or its end is missing.", error) : error;
}
