import { GetObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { s3Error } from "./s3-error.ts";

interface ReadObject {
  client: S3Client;
  bucket: string;
  key: string;
  /** `end` exclusive. */
  range?: { start: number; end: number } | undefined;
}

/** The bytes of an object as they come; leaving the loop closes the connection. Throws NOT_FOUND, UNAVAILABLE. */
export async function* readObject({ client, bucket, key, range }: ReadObject): AsyncGenerator<Uint8Array> {
  // An empty range cannot be said in HTTP; whether there is such an object is still asked.
  const isEmpty = range !== undefined && range.end <= range.start;
  const bytes = range && `bytes=${range.start}-${isEmpty ? range.start : range.end - 1}`;
  try {
    const { Body } = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, ...(bytes !== undefined && { Range: bytes }) }),
    );
    if (!Body) return;
    if (isEmpty) {
      await Body.transformToByteArray();
      return;
    }
    yield* Body as AsyncIterable<Uint8Array>;
  } catch (error) {
    // Behind the end of the object: as much as there is, which is nothing.
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 416) return;
    throw s3Error(error);
  }
}
