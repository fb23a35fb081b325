/** One entry of a folder or archive. The same shape as in `@kubin/kubernetes`, which this package must not import. */
export interface BundleEntry {
  /** Relative, with `/`, checked by `checkEntryPath`; directories end without a slash. */
  path: string;
  kind: "file" | "directory" | "link" | "other";
  /** Links only: as it stands in the source, not checked. */
  linkTarget?: string;
  /** Bytes of the content; -1 where only reading it tells. */
  size: number;
  /**
   * The bytes; to be read before the next entry is asked for. Where the source ends early or may not be read, it
   * yields what there is and then throws a KubinError: half a file is never taken for a whole one.
   */
  content(): AsyncIterable<Uint8Array>;
}

/** Something of the source that could not be given, in words for the coverage. */
export interface SourceProblem {
  kind: "cut" | "refused" | "forbidden" | "duplicate";
  /** Printable; "" is the source as a whole. */
  path: string;
  detail: string;
  count: number;
}

export interface BundleSource {
  name: string;
  /** Bytes as they lie there (packed, for an archive); undefined for a folder. */
  totalBytes: number | undefined;
  /** May be called again: bundles are read twice. Ends early rather than throws when the source is damaged. */
  entries(): AsyncIterable<BundleEntry>;
  /**
   * Whether `entries` costs no reading of contents (folder, zip), so that all names can be looked at first. Archives
   * that lie in it are read all the same, to know theirs.
   */
  isListed: boolean;
  /** What was met in all readings so far. */
  problems(): readonly SourceProblem[];
  /**
   * Unpacks gzip, xz or zstd data, told by its first bytes; other bytes pass as they are. Gives what is readable, then
   * throws a KubinError when the data is cut, damaged or a bomb.
   */
  unpack(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

export type OpenedSource = BundleSource & AsyncDisposable;
