import {
  CreateBucketCommand,
  type LifecycleRule,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  type TransitionStorageClass,
} from "@aws-sdk/client-s3";
import type { Log } from "@kubin/core";
import { bucketError } from "./bucket-error.ts";
import { type BucketCall, bucketExists } from "./bucket-exists.ts";
import { rawTag } from "./object-marks.ts";
import { s3Client } from "./s3-client.ts";
import { statusOf } from "./s3-error.ts";
import type { S3Settings } from "./s3-settings.ts";

export interface BucketRules {
  /** Origin of the web app: browsers there may PUT parts and GET downloads. Without it that rule stays as it is. */
  origin?: string | undefined;
  /** Storage class for raw parts older than a week, e.g. STANDARD_IA; without it they stay where they are. */
  rawStorageClass?: string | undefined;
  /** ARN of a queue that hears of each new object; without it the sweep finds them, later. */
  notificationArn?: string | undefined;
}

const unfinishedDays = 1;
const rawDays = 7;

/**
 * Makes the bucket where it is not there, and sets its rules; again and again gives the same. What a server does not
 * know (many know no CORS or storage classes) is logged and left out: nothing is lost by it. Throws what `bucketError`
 * makes of it.
 */
export async function setUpBucket(opts: {
  settings: S3Settings;
  rules: BucketRules;
  log: Log;
  signal?: AbortSignal;
}): Promise<void> {
  const { settings, rules, log, signal } = opts;
  const client = s3Client(settings, settings.endpoint);
  const Bucket = settings.bucket;
  const sending = signal === undefined ? {} : { abortSignal: signal };
  try {
    if (!(await bucketExists({ client, Bucket, sending }))) {
      await client.send(new CreateBucketCommand({ Bucket }), sending);
    }
    for (const [what, set] of ruleSetters({ client, Bucket, sending }, rules)) {
      try {
        await set();
      } catch (error) {
        // No answer says nothing of what it knows.
        if (statusOf(error) === undefined) throw error;
        log.warn({ what, error: String(error) }, "the object store does not take a rule of the bucket");
      }
    }
  } catch (error) {
    throw bucketError(error, settings);
  } finally {
    client.destroy();
  }
}

/** What is set, by its name, and how. */
function ruleSetters({ client, Bucket, sending }: BucketCall, rules: BucketRules): [string, () => Promise<unknown>][] {
  const { origin, notificationArn } = rules;
  const LifecycleConfiguration = { Rules: lifecycle(rules) };
  const setters: [string, () => Promise<unknown>][] = [
    [
      "lifecycle",
      () => client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }), sending),
    ],
  ];
  if (origin !== undefined) {
    const CORSConfiguration = { CORSRules: [cors(origin)] };
    setters.push(["CORS", () => client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }), sending)]);
  }
  if (notificationArn !== undefined) {
    const NotificationConfiguration = { QueueConfigurations: [queue(notificationArn)] };
    const command = new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration });
    setters.push(["notifications", () => client.send(command, sending)]);
  }
  return setters;
}

function cors(origin: string) {
  return {
    AllowedOrigins: [origin],
    AllowedMethods: ["PUT", "GET"],
    AllowedHeaders: ["content-type", "content-length", "x-amz-*"],
    ExposeHeaders: ["etag"],
    MaxAgeSeconds: 3_600,
  };
}

/** Expired snapshots are removed by the sweeper, which proves it; a rule by age would not know who extended what. */
function lifecycle({ rawStorageClass }: BucketRules): LifecycleRule[] {
  const rules: LifecycleRule[] = [
    {
      ID: "unfinished-uploads",
      Status: "Enabled",
      Filter: { Prefix: "snapshots/" },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: unfinishedDays },
    },
  ];
  if (rawStorageClass !== undefined) {
    rules.push({
      ID: "old-raw-parts",
      Status: "Enabled",
      Filter: { And: { Prefix: "snapshots/", Tags: [rawTag] } },
      Transitions: [{ Days: rawDays, StorageClass: rawStorageClass as TransitionStorageClass }],
    });
  }
  return rules;
}

function queue(QueueArn: string) {
  return {
    Id: "kubin",
    QueueArn,
    Events: ["s3:ObjectCreated:*" as const],
    Filter: { Key: { FilterRules: [{ Name: "prefix" as const, Value: "snapshots/" }] } },
  };
}
