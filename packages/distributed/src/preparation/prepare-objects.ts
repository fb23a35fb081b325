import type { Log } from "@kubin/core";
import { bucketError } from "../objects/bucket-error.ts";
import { bucketExists } from "../objects/bucket-exists.ts";
import { s3Client } from "../objects/s3-client.ts";
import type { S3Settings } from "../objects/s3-settings.ts";
import { setUpBucket } from "../objects/set-up-bucket.ts";
import type { DistributedSettings } from "../settings.ts";
import { inTime } from "./in-time.ts";
import { underLock } from "./under-lock.ts";

const setUpWithinMs = 60_000;

type ObjectSettings = Pick<DistributedSettings, "databaseUrl" | "s3" | "bucket">;

/** Makes the bucket and sets its rules. Throws UNAVAILABLE for what may pass by itself, BAD_INPUT when it is refused. */
export async function prepareObjects(opts: { settings: ObjectSettings; log: Log; signal: AbortSignal }): Promise<void> {
  const { settings, log, signal } = opts;
  const { databaseUrl, s3, bucket } = settings;
  // Before the lock: a store that is away or frozen holds up nobody else.
  await answers(s3, signal);
  await underLock({ databaseUrl, signal }, () => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(setUpWithinMs)]);
    return setUpBucket({ settings: s3, rules: bucket, log, signal: limited });
  });
}

async function answers(settings: S3Settings, signal: AbortSignal): Promise<void> {
  const client = s3Client(settings, settings.endpoint);
  const Bucket = settings.bucket;
  try {
    await inTime(signal, (abortSignal) => bucketExists({ client, Bucket, sending: { abortSignal } }));
  } catch (error) {
    throw bucketError(error, settings);
  } finally {
    client.destroy();
  }
}
