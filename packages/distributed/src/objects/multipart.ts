import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type Part,
  type S3Client,
} from "@aws-sdk/client-s3";
import { checkObjectKey, type Multipart, type ObjectPort, type StoredPiece } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { marksOf } from "./object-marks.ts";
import { isMissing, s3Error } from "./s3-error.ts";
import type { S3Settings } from "./s3-settings.ts";

type MultipartCalls = Pick<ObjectPort, "startMultipart" | "listPieces" | "joinPieces" | "abortMultipart">;

/** Objects in pieces: what S3 calls parts of a multipart upload. Their URLs are made in `sign-object.ts`. */
export function multipartCalls({ client, settings }: { client: S3Client; settings: S3Settings }): MultipartCalls {
  const named = ({ key, uploadId }: Multipart) => {
    checkObjectKey(key);
    return { Bucket: settings.bucket, Key: key, UploadId: uploadId };
  };
  return {
    async startMultipart(key) {
      checkObjectKey(key);
      const object = { Bucket: settings.bucket, Key: key, ...marksOf({ key, settings }).object };
      try {
        const { UploadId } = await client.send(
          new CreateMultipartUploadCommand({ ...object, ChecksumAlgorithm: "SHA256" }),
        );
        if (UploadId !== undefined) return UploadId;
      } catch (error) {
        throw s3Error(error);
      }
      throw new KubinError("UNAVAILABLE", "The object store began a multipart upload without a name.");
    },

    async listPieces(upload) {
      const pieces: StoredPiece[] = [];
      let marker: string | undefined;
      try {
        // Not the SDK's paginator: it goes on behind the last page, where servers begin anew.
        do {
          const page = await client.send(
            new ListPartsCommand({ ...named(upload), ...(marker !== undefined && { PartNumberMarker: marker }) }),
          );
          pieces.push(...(page.Parts ?? []).flatMap(pieceOf));
          marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
        } while (marker !== undefined);
      } catch (error) {
        throw s3Error(error);
      }
      return pieces;
    },

    async joinPieces({ pieces, ...upload }) {
      const Parts = pieces.map(({ number, etag, checksum }) => ({
        PartNumber: number,
        ETag: etag,
        ...(checksum !== undefined && { ChecksumSHA256: checksum }),
      }));
      try {
        await client.send(new CompleteMultipartUploadCommand({ ...named(upload), MultipartUpload: { Parts } }));
      } catch (error) {
        throw s3Error(error);
      }
    },

    async abortMultipart(upload) {
      try {
        await client.send(new AbortMultipartUploadCommand(named(upload)));
      } catch (error) {
        if (!isMissing(error)) throw s3Error(error);
      }
    },
  };
}

function pieceOf({ PartNumber: number, Size: size, ETag: etag, ChecksumSHA256: checksum }: Part): StoredPiece[] {
  if (number === undefined || size === undefined || etag === undefined) return [];
  return [{ number, size, etag, ...(checksum !== undefined && { checksum }) }];
}
