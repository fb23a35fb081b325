import { KubinError } from "@kubin/schema";
import { reasonOf } from "../reason-of.ts";
import { statusOf } from "./s3-error.ts";
import type { S3Settings } from "./s3-settings.ts";

/** Wrong name or region, wrong keys, keys that may not: nothing that passes by itself. */
const refusals = new Set([301, 400, 401, 403]);

/** Why a bucket cannot be set up: BAD_INPUT when the store refuses us, UNAVAILABLE when it may work later. */
export function bucketError(error: unknown, { bucket }: Pick<S3Settings, "bucket">): KubinError {
  const status = statusOf(error);
  if (status !== undefined && refusals.has(status)) {
    const sentence = `The object store refuses the bucket ${bucket} (HTTP ${status}, ${reasonOf(error)}). Correct S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY or what these keys may do.`;
    return new KubinError("BAD_INPUT", sentence, { cause: error });
  }
  const sentence = `The object store (S3_ENDPOINT) cannot be prepared now (${reasonOf(error)}).`;
  return new KubinError("UNAVAILABLE", sentence, { cause: error });
}
