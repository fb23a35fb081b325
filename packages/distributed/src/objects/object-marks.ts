import type { PutObjectCommandInput } from "@aws-sdk/client-s3";
import { parsePartKey } from "@kubin/core";
import type { S3Settings } from "./s3-settings.ts";

/** Marks raw parts for the rule that moves old ones to cheaper storage: by their key they could not be told apart. */
export const rawTag = { Key: "kubin-part", Value: "raw" };

const names = {
  tagging: "x-amz-tagging",
  encryption: "x-amz-server-side-encryption",
  encryptionKey: "x-amz-server-side-encryption-aws-kms-key-id",
};

/** Headers that carry the marks; they are signed. */
export const markHeaders: readonly string[] = Object.values(names);

export interface ObjectMarks {
  object: Pick<PutObjectCommandInput, "Tagging" | "ServerSideEncryption" | "SSEKMSKeyId">;
  /** The same, as whoever PUTs it must say it. */
  headers: Record<string, string>;
}

/** What a new object says of itself beside its bytes: its tag, and the key of KMS it is encrypted with. */
export function marksOf({ key, settings }: { key: string; settings: S3Settings }): ObjectMarks {
  const { kmsKeyId } = settings;
  const tags = parsePartKey(key)?.type === "raw" ? `${rawTag.Key}=${rawTag.Value}` : undefined;
  return {
    object: {
      ...(tags !== undefined && { Tagging: tags }),
      ...(kmsKeyId !== undefined && { ServerSideEncryption: "aws:kms", SSEKMSKeyId: kmsKeyId }),
    },
    headers: {
      ...(kmsKeyId !== undefined && { [names.encryption]: "aws:kms", [names.encryptionKey]: kmsKeyId }),
      ...(tags !== undefined && { [names.tagging]: tags }),
    },
  };
}
