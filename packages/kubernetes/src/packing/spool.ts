/** Private temporary storage, given by the caller; only redacted content is written to it. */
export interface Spool {
  create(): Promise<SpoolFile>;
}

export interface SpoolFile {
  /** Writes at the end. Throws STORE_FULL when there is no space. */
  append(bytes: Uint8Array): Promise<void>;
  /** Bytes `start` ≤ position < `end` of what was appended. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** Removes it. */
  close(): Promise<void>;
}
