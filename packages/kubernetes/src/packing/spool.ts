/** Private temporary storage, given by the caller; only redacted content is written to it. */
export interface Spool {
  create(): Promise<SpoolFile>;
}

export interface SpoolFile {
  /** Writes at the end. Throws STORE_FULL when there is no space. */
  append(bytes: Uint8Array): Promise<void>;
  /** Bytes `start` ≤ position < `end` of what was appended. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** SHA-256 of the same, in hexadecimal digits: the platform is many times faster at it than JavaScript. */
  digest(start: number, end: number): Promise<string>;
  /** Removes it. */
  close(): Promise<void>;
}
