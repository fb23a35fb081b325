import { z } from "zod";
import { Manifest, maxPieces, Namespace, PartEntry, PartType, Sha256 } from "./manifest.ts";
import { SnapshotId, SnapshotState } from "./snapshot.ts";

export const BeginUpload = z.object({
  /** Shown in lists: file name, cluster name or what the user typed. */
  name: z.string().min(1).max(200),
  layout: z.string().min(1).max(100),
  /** Version of the manifest the uploader will send. */
  manifestVersion: z.int().min(1),
  expiresInDays: z.int().min(1).max(365).default(7),
});
export type BeginUpload = z.infer<typeof BeginUpload>;

export const UploadTicket = z
  .object({
    id: SnapshotId,
    /** Lets its holder upload to this snapshot and nothing else. Secret. */
    ticket: z.string(),
    /** The link to share, `/s/{token}`. Secret to those who may read. */
    url: z.url(),
    state: SnapshotState,
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: "UploadTicket" });
export type UploadTicket = z.infer<typeof UploadTicket>;

export const SignParts = z.object({ snapshotId: SnapshotId, parts: z.array(PartEntry).min(1).max(200) });
export type SignParts = z.infer<typeof SignParts>;

/** PUT exactly the announced bytes there, with these headers. */
export const UploadTarget = z.object({ url: z.url(), headers: z.record(z.string(), z.string()) });
export type UploadTarget = z.infer<typeof UploadTarget>;

/** With neither `upload` nor `pieces` the part is stored already. */
export const SignedPart = z.object({
  sha256: z.string(),
  key: z.string(),
  upload: UploadTarget.optional(),
  /** It goes in pieces, each signed by `signPiece` and PUT, at last joined. `stored`: those there already, from 1. */
  pieces: z.object({ stored: z.array(z.int().min(1)) }).optional(),
});
export type SignedPart = z.infer<typeof SignedPart>;

export const SignedParts = z
  .object({ parts: z.array(SignedPart), expiresAt: z.iso.datetime({ offset: true }) })
  .meta({ id: "SignedParts" });
export type SignedParts = z.infer<typeof SignedParts>;

/** Names an announced part. */
export const PartRef = z.object({ snapshotId: SnapshotId, type: PartType, namespace: Namespace, sha256: Sha256 });
export type PartRef = z.infer<typeof PartRef>;

/** Piece `number`, from 1, of a part that goes in pieces of `pieceBytes`. */
export const SignPiece = PartRef.extend({
  number: z.int().min(1).max(maxPieces),
  /** Digest of the piece. */
  pieceSha256: Sha256,
});
export type SignPiece = z.infer<typeof SignPiece>;

export const SignedPiece = z
  .object({ upload: UploadTarget, expiresAt: z.iso.datetime({ offset: true }) })
  .meta({ id: "SignedPiece" });
export type SignedPiece = z.infer<typeof SignedPiece>;

export const JoinedPart = z.object({ key: z.string(), size: z.int() }).meta({ id: "JoinedPart" });
export type JoinedPart = z.infer<typeof JoinedPart>;

export const CompleteUpload = z.object({ snapshotId: SnapshotId, manifest: Manifest });
export type CompleteUpload = z.infer<typeof CompleteUpload>;

export const AbortUpload = z.object({ snapshotId: SnapshotId, reason: z.string().min(1).max(1000) });
export type AbortUpload = z.infer<typeof AbortUpload>;
