import { HeadBucketCommand, type S3Client } from "@aws-sdk/client-s3";
import { isMissing } from "./s3-error.ts";

export interface BucketCall {
  client: S3Client;
  Bucket: string;
  sending: { abortSignal?: AbortSignal };
}

/** Throws what the SDK throws when the store does not say. */
export async function bucketExists({ client, Bucket, sending }: BucketCall): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }), sending);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
