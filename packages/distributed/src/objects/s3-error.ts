import { S3ServiceException } from "@aws-sdk/client-s3";
import { isKubinError, KubinError } from "@kubin/schema";

/** What the caller can do about it: nothing is there, the store refuses us, or it is away. */
export function s3Error(error: unknown): KubinError {
  if (isKubinError(error)) return error;
  const status = statusOf(error);
  if (status === 404) return new KubinError("NOT_FOUND", "There is no such object.", { cause: error });
  if (status === 507) return new KubinError("STORE_FULL", "The object store is full.", { cause: error });
  const why = error instanceof S3ServiceException ? ` (${error.name})` : "";
  return new KubinError("UNAVAILABLE", `The object store does not answer${why}.`, { cause: error });
}

export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404;
}

/** Of an answer that is an error; undefined where none came, or none that was asked for. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("$metadata" in error)) return undefined;
  // Guarantee: the SDK's own member of what it throws, also where a proxy answered and it could not read that.
  return (error.$metadata as S3ServiceException["$metadata"]).httpStatusCode;
}
