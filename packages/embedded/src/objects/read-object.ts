import { createReadStream } from "node:fs";
import { KubinError } from "@kubin/schema";

/** Bytes of a file, or of `range` (`end` exclusive). Throws NOT_FOUND. Leaving the loop closes the file. */
export async function* readObject(path: string, range?: { start: number; end: number }): AsyncGenerator<Uint8Array> {
  // With an empty range nothing is read, but a missing object is still told.
  const isEmpty = range !== undefined && range.end <= range.start;
  const bounds = range === undefined ? {} : { start: range.start, end: isEmpty ? range.start : range.end - 1 };
  try {
    for await (const chunk of createReadStream(path, { ...bounds, highWaterMark: 256 * 1024 })) {
      if (isEmpty) return;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new KubinError("NOT_FOUND", "There is no such object.");
    }
    throw error;
  }
}
