import { z } from "zod";
import { Manifest, PartEntry } from "./manifest.ts";
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

export const SignedPart = z.object({
  sha256: z.string(),
  key: z.string(),
  /** Present unless the part is stored already. PUT exactly `size` bytes with these headers. */
  upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }).optional(),
});
export type SignedPart = z.infer<typeof SignedPart>;

export const SignedParts = z
  .object({ parts: z.array(SignedPart), expiresAt: z.iso.datetime({ offset: true }) })
  .meta({ id: "SignedParts" });
export type SignedParts = z.infer<typeof SignedParts>;

export const CompleteUpload = z.object({ snapshotId: SnapshotId, manifest: Manifest });
export type CompleteUpload = z.infer<typeof CompleteUpload>;

export const AbortUpload = z.object({ snapshotId: SnapshotId, reason: z.string().min(1).max(1000) });
export type AbortUpload = z.infer<typeof AbortUpload>;
