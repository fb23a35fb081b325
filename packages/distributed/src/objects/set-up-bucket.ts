import {
  CreateBucketCommand,
  HeadBucketCommand,
  type LifecycleRule,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  type S3Client,
  type TransitionStorageClass,
} from "@aws-sdk/client-s3";
import type { Log } from "@kubin/core";
import { rawTag } from "./object-marks.ts";
import { s3Client } from "./s3-client.ts";
import { isMissing, s3Error } from "./s3-error.ts";
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
 * know (many know no CORS or storage classes) is logged and left out: nothing is lost by it.
 */
export async function setUpBucket(opts: { settings: S3Settings; rules: BucketRules; log: Log }): Promise<void> {
  const { settings, rules, log } = opts;
  const client = s3Client(settings, settings.endpoint);
  const Bucket = settings.bucket;
  try {
    await makeBucket(client, Bucket);
    const { origin } = rules;
    const tries: [string, () => Promise<unknown>][] = [
      [
        "lifecycle",
        () =>
          client.send(
            new PutBucketLifecycleConfigurationCommand({
              Bucket,
              LifecycleConfiguration: { Rules: lifecycle(rules) },
            }),
          ),
      ],
    ];
    if (origin !== undefined) {
      const CORSConfiguration = { CORSRules: [cors(origin)] };
      tries.push(["CORS", () => client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }))]);
    }
    if (rules.notificationArn !== undefined) tries.push(["notifications", () => notify(client, Bucket, rules)]);
    for (const [what, set] of tries) {
      try {
        await set();
      } catch (error) {
        log.warn({ what, error: String(error) }, "the object store does not take a rule of the bucket");
      }
    }
  } catch (error) {
    throw s3Error(error);
  } finally {
    client.destroy();
  }
}

async function makeBucket(client: S3Client, Bucket: string): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    if (!isMissing(error)) throw error;
    await client.send(new CreateBucketCommand({ Bucket }));
  }
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

async function notify(client: S3Client, Bucket: string, { notificationArn }: BucketRules): Promise<void> {
  const QueueConfigurations = [
    {
      Id: "kubin",
      QueueArn: notificationArn,
      Events: ["s3:ObjectCreated:*" as const],
      Filter: { Key: { FilterRules: [{ Name: "prefix" as const, Value: "snapshots/" }] } },
    },
  ];
  await client.send(
    new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: { QueueConfigurations } }),
  );
}
