import type { RandomAccess } from "./random-access.ts";
import type { ZipRecord } from "./zip/zip-record.ts";

/** What Node and browsers do differently. */
export interface Platform {
  /** Gives every readable byte, then throws BAD_INPUT when the data is cut or damaged. */
  inflate(chunks: AsyncIterable<Uint8Array>, format: "gzip" | "deflate-raw"): AsyncIterable<Uint8Array>;
  /** The table of contents of a zip. Rejects when there is none; throws while it is read when it is damaged. */
  listZip(file: RandomAccess): Promise<AsyncIterable<ZipRecord>>;
  /** Continues the checksum of a zip entry; where it is missing, only lengths are compared. */
  crc32?(bytes: Uint8Array, before: number): number;
  /**
   * Puts bytes where they can be read by position, in private. Undefined when there are more than `maxSpooledBytes`.
   * Damage ends the bytes. Throws STORE_FULL.
   */
  spool(chunks: AsyncIterable<Uint8Array>): Promise<Spooled | undefined>;
  /** More on a disk in Node than in a browser, which may hold it in memory. */
  maxSpooledBytes: number;
}

export interface Spooled extends RandomAccess {
  /** Lets it go. Not a disposable: not all browsers know these. */
  close(): Promise<void>;
}
