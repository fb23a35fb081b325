import { GetObjectCommand, PutObjectCommand, type S3Client, UploadPartCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import {
  attachment,
  type Clock,
  checkObjectKey,
  type SignDownload,
  type SignedUpload,
  type SignPieceUpload,
} from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { markHeaders, marksOf } from "./object-marks.ts";
import type { S3Settings } from "./s3-settings.ts";

interface Signer {
  /** Of the endpoint that callers reach. */
  client: S3Client;
  settings: S3Settings;
  clock: Clock;
}

/** S3 takes no more in one PUT (docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html); larger objects go in pieces. */
const maxPutBytes = 5 * 1024 ** 3;

const checksum = "x-amz-checksum-sha256";
/** Headers, not part of the address: not every server looks for them there. */
const signed = new Set(["content-length", checksum, ...markHeaders]);
const asHeaders = { signableHeaders: signed, unhoistableHeaders: signed };

/** A PUT of exactly these bytes: length and digest are in the signature, and the store compares the digest. */
export async function signUpload(
  { client, settings, clock }: Signer,
  { key, size, sha256, expiresAt }: { key: string; size: number; sha256: string; expiresAt: Date },
): Promise<SignedUpload> {
  if (checkObjectKey(key).sha256 !== sha256) throw new KubinError("BAD_INPUT", "The key must end with the digest.");
  if (size > maxPutBytes) {
    throw new KubinError("TOO_LARGE", `An object has ${size} bytes; the object store takes at most ${maxPutBytes}.`);
  }
  const digest = Buffer.from(sha256, "hex").toString("base64");
  const marks = marksOf({ key, settings });
  const command = new PutObjectCommand({
    Bucket: settings.bucket,
    Key: key,
    ContentLength: size,
    ChecksumSHA256: digest,
    ...marks.object,
  });
  const url = await getSignedUrl(client, command, { ...lifetime(clock, expiresAt), ...asHeaders });
  return { url, headers: { [checksum]: digest, ...marks.headers } };
}

/** The same of one piece; what marks the object was said when its multipart upload began. */
export async function signPiece({ client, settings, clock }: Signer, piece: SignPieceUpload): Promise<SignedUpload> {
  const { key, uploadId, number, size, sha256, expiresAt } = piece;
  checkObjectKey(key);
  const digest = Buffer.from(sha256, "hex").toString("base64");
  const command = new UploadPartCommand({
    Bucket: settings.bucket,
    Key: key,
    UploadId: uploadId,
    PartNumber: number,
    ContentLength: size,
    ChecksumSHA256: digest,
  });
  const url = await getSignedUrl(client, command, { ...lifetime(clock, expiresAt), ...asHeaders });
  return { url, headers: { [checksum]: digest } };
}

/** A GET that saves the object under a name, and never shows it. */
export async function signDownload({ client, settings, clock }: Signer, download: SignDownload): Promise<string> {
  const { key, filename, gunzip, expiresAt } = download;
  checkObjectKey(key);
  const command = new GetObjectCommand({
    Bucket: settings.bucket,
    Key: key,
    ResponseContentDisposition: attachment(filename),
    ResponseContentType: "application/octet-stream",
    ResponseCacheControl: "private",
    ...(gunzip && { ResponseContentEncoding: "gzip" }),
  });
  return getSignedUrl(client, command, lifetime(clock, expiresAt));
}

/** S3 counts whole seconds from the date of signing: a URL that is over already is signed in the past. */
function lifetime(clock: Clock, expiresAt: Date): { signingDate: Date; expiresIn: number } {
  const endMs = Math.floor(expiresAt.getTime() / 1_000) * 1_000;
  const startMs = Math.min(Math.floor(clock.now().getTime() / 1_000) * 1_000, endMs - 1_000);
  return { signingDate: new Date(startMs), expiresIn: (endMs - startMs) / 1_000 };
}
