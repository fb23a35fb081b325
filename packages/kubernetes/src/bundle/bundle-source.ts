import type { CoverageGap } from "@kubin/schema";
import type { JsonObject } from "./json-object.ts";

/** One entry of a folder or archive, as `@kubin/archives` gives it. */
export interface BundleEntry {
  /** Relative, with `/`; never leads out of the bundle. */
  path: string;
  kind: "file" | "directory" | "link" | "other";
  linkTarget?: string;
  /** Bytes of the content; -1 where only reading it tells. */
  size: number;
  /**
   * The bytes; to be read before the next entry is asked for. Throws a KubinError after the last readable byte when
   * that is not the end of the file.
   */
  content(): AsyncIterable<Uint8Array>;
}

/** Something that a source could not give. */
export interface SourceProblem {
  kind: "cut" | "refused" | "forbidden" | "duplicate";
  /** "" is the source as a whole. */
  path: string;
  detail: string;
  count: number;
}

/** Something that a source was asked for and did not get, in words for the coverage. */
export interface SourceGap {
  kind: CoverageGap["kind"];
  what: string;
  /** "" is the source as a whole. */
  namespace: string;
  detail: string;
  count?: number;
}

/** Where a bundle is read from. Does all the I/O, so that this package does none. */
export interface BundleSource {
  name: string;
  totalBytes: number | undefined;
  /** May be called again: bundles are read twice. */
  entries(): AsyncIterable<BundleEntry>;
  /** Whether `entries` costs no reading of contents (folder, zip), so that all names can be looked at first. */
  isListed: boolean;
  /** What was met in all readings so far. */
  problems?(): readonly SourceProblem[];
  /** What it did not get, apart from `problems`. Asked for at the end. */
  gaps?(): readonly SourceGap[];
  /** Told of each object as it was read, not redacted: a live cluster learns of its pods that way. */
  onObject?(object: JsonObject): void;
  /**
   * Unpacks gzip, xz or zstd data, told by its first bytes; other bytes pass as they are. Gives what is readable, then
   * throws a KubinError when the data is cut, damaged or a bomb.
   */
  unpack(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}
