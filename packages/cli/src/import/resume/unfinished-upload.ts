import { RedactionRules, UploadTicket } from "@kubin/schema";
import { z } from "zod";

/** Where the bytes of an upload came from, and what they looked like when it began. */
const UploadSource = z.object({
  /** Absolute; for stdin its spool. */
  path: z.string().min(1),
  stdin: z.boolean(),
  /** See `fingerprint`. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What decides the bytes of the parts, beside the source: packed again with it, they have the same digests. */
const Packing = z.object({
  /** Folder of the chosen bundle within the source. */
  root: z.string(),
  /** Base64 of the key of the marks. Secret. */
  key: z.base64(),
  rules: RedactionRules.optional(),
  redactNames: z.boolean(),
  keepSecrets: z.boolean(),
  includeRaw: z.boolean(),
});
export type Packing = z.infer<typeof Packing>;

/** One upload that began and was not completed, as it is noted on the disk. It holds secrets: 0600. */
export const UnfinishedUpload = z.object({
  version: z.literal(1),
  /** The program: another version may pack other bytes. */
  kubin: z.string(),
  server: z.string(),
  ticket: UploadTicket,
  name: z.string(),
  layout: z.string(),
  source: UploadSource,
  /** Absent where the source is a kubin file, whose parts are packed already. */
  packing: Packing.optional(),
  /** Path of the identity file that decrypts the source. */
  identity: z.string().optional(),
  startedAt: z.iso.datetime({ offset: true }),
});
export type UnfinishedUpload = z.infer<typeof UnfinishedUpload>;
