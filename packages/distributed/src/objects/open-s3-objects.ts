import { DeleteObjectsCommand, HeadBucketCommand, HeadObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { type Clock, checkObjectKey, checkObjectPrefix, type ObjectPort } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { multipartCalls } from "./multipart.ts";
import { readObject } from "./read-object.ts";
import { s3Client } from "./s3-client.ts";
import { isMissing, s3Error } from "./s3-error.ts";
import type { S3Settings } from "./s3-settings.ts";
import { signDownload, signPiece, signUpload } from "./sign-object.ts";

/** As many as one DeleteObjects takes. */
const deletedAtOnce = 1_000;
const pingWithinMs = 5_000;

/** Objects in a bucket of any S3 server, reached from outside by presigned URLs. The bucket is made by `setUpBucket`. */
export function openS3Objects({ settings, clock }: { settings: S3Settings; clock: Clock }): ObjectPort {
  const { bucket, endpoint, publicEndpoint } = settings;
  const client = s3Client(settings, endpoint);
  const outside = publicEndpoint === undefined ? client : s3Client(settings, publicEndpoint);
  const signer = { client: outside, settings, clock };

  async function* list(prefix: string): AsyncGenerator<{ key: string; size: number }> {
    checkObjectPrefix(prefix);
    try {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key, Size } of page.Contents ?? []) if (Key !== undefined) yield { key: Key, size: Size ?? 0 };
      }
    } catch (error) {
      throw s3Error(error);
    }
  }

  async function remove(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    const Objects = keys.map((Key) => ({ Key }));
    try {
      const { Errors } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      if (!Errors?.length) return;
      throw new KubinError("UNAVAILABLE", `The object store kept ${Errors.length} objects (${Errors[0]?.Code}).`);
    } catch (error) {
      throw s3Error(error);
    }
  }

  return {
    origin: originOf(settings),
    signUpload: (upload) => signUpload(signer, upload),
    signPiece: (piece) => signPiece(signer, piece),
    ...multipartCalls({ client, settings }),
    signDownload: (download) => signDownload(signer, download),
    async size(key) {
      checkObjectKey(key);
      try {
        return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).ContentLength;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw s3Error(error);
      }
    },
    read(key, range) {
      checkObjectKey(key);
      return readObject({ client, bucket, key, range });
    },
    list,
    async deletePrefix(prefix) {
      let removed = 0;
      let keys: string[] = [];
      for await (const { key } of list(prefix)) {
        keys.push(key);
        removed += 1;
        if (keys.length < deletedAtOnce) continue;
        await remove(keys);
        keys = [];
      }
      await remove(keys);
      return removed;
    },
    async ping() {
      try {
        const abortSignal = AbortSignal.timeout(pingWithinMs);
        await client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal });
      } catch (error) {
        if (isMissing(error)) throw new KubinError("UNAVAILABLE", `There is no bucket ${bucket}.`, { cause: error });
        throw s3Error(error);
      }
    },
    async close() {
      client.destroy();
      outside.destroy();
    },
  };
}

/** Of signed URLs: the bucket is in the host name unless it is in the path. */
function originOf({ bucket, region, endpoint, publicEndpoint, pathStyle }: S3Settings): string {
  const url = new URL(publicEndpoint ?? endpoint ?? `https://s3.${region}.amazonaws.com`);
  if (!pathStyle) url.host = `${bucket}.${url.host}`;
  return url.origin;
}
