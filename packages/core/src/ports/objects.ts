export interface SignedUpload {
  url: string;
  /** Headers the PUT must carry; length and digest are bound by the signature. */
  headers: Record<string, string>;
}

/** A multipart upload that is under way: one object whose bytes come in pieces. */
export interface Multipart {
  key: string;
  /** The store's name for it. */
  uploadId: string;
}

export interface StoredPiece {
  /** From 1. */
  number: number;
  size: number;
  /** Both as the store wants to hear them again when it joins. */
  etag: string;
  checksum?: string;
}

export interface SignPieceUpload extends Multipart {
  number: number;
  size: number;
  sha256: string;
  expiresAt: Date;
}

export interface SignDownload {
  key: string;
  /** Offered as the file name; the answer is always an attachment. */
  filename: string;
  /** Stored gzip that the reader's HTTP client should unpack. */
  gunzip: boolean;
  expiresAt: Date;
}

/** Immutable objects by key. Keys are made by core (`partKey`) and never by a caller. */
export interface ObjectPort {
  signUpload(upload: { key: string; size: number; sha256: string; expiresAt: Date }): Promise<SignedUpload>;
  signDownload(download: SignDownload): Promise<string>;
  /** Begins a multipart upload, for objects too large for one PUT; each call another one. */
  startMultipart(key: string): Promise<string>;
  /** All pieces but the last have at least 5 MiB, as S3 wants it. The same number again replaces the piece. */
  signPiece(piece: SignPieceUpload): Promise<SignedUpload>;
  /** In the order of their numbers. Throws NOT_FOUND once it was joined or aborted. */
  listPieces(upload: Multipart): Promise<StoredPiece[]>;
  /** Makes the object of the pieces, in this order. Throws NOT_FOUND once it was aborted, and perhaps once it was joined. */
  joinPieces(upload: Multipart & { pieces: readonly StoredPiece[] }): Promise<void>;
  /** Forgets the upload and its pieces. Idempotent. */
  abortMultipart(upload: Multipart): Promise<void>;
  /** The stored size, or undefined when there is no such object. */
  size(key: string): Promise<number | undefined>;
  /** Bytes of the object, or of `range` (`end` exclusive). Throws NOT_FOUND. Leaving the loop closes the source. */
  read(key: string, range?: { start: number; end: number }): AsyncIterable<Uint8Array>;
  /** Objects whose key begins with `prefix`. */
  list(prefix: string): AsyncIterable<{ key: string; size: number }>;
  /** Removes all below `prefix`; returns how many. Idempotent. */
  deletePrefix(prefix: string): Promise<number>;
  /** Throws UNAVAILABLE when the store cannot be used. */
  ping(): Promise<void>;
  /** Stores that serve their own signed URLs; the gateway mounts it below `servePath`. */
  serve?(request: Request): Promise<Response>;
  servePath?: string;
  /** Where signed URLs lead, of stores that are not reached through Kubin: pages may fetch from there. */
  origin?: string;
  close(): Promise<void>;
}
