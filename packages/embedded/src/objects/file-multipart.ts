import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkObjectKey, type Multipart, type ObjectPort, type StoredPiece } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { ignoreMissing } from "./ignore-missing.ts";
import { pieceFile, pieceFolder } from "./piece-paths.ts";
import { readObject } from "./read-object.ts";
import { storeBody } from "./store-body.ts";

interface Folders {
  root: string;
  incoming: string;
  /** Unfinished multipart uploads; they outlive a restart. */
  pieces: string;
}

type MultipartCalls = Pick<ObjectPort, "startMultipart" | "listPieces" | "joinPieces" | "abortMultipart">;

/** Multipart uploads as folders of numbered files. While it joins, an object is on the disk twice. */
export function fileMultipart({ root, incoming, pieces }: Folders): MultipartCalls {
  const list = async (upload: Multipart): Promise<StoredPiece[]> => {
    const folder = pieceFolder(pieces, upload);
    const names = await readdir(folder).catch(ignoreMissing);
    if (names === undefined) throw new KubinError("NOT_FOUND", "There is no such multipart upload.");
    const found = await Promise.all(
      names.map(async (name) => ({ number: Number(name), etag: name, ...(await stat(join(folder, name))) })),
    );
    return found.map(({ number, size, etag }) => ({ number, size, etag })).sort((a, b) => a.number - b.number);
  };
  const abort = (upload: Multipart) => rm(pieceFolder(pieces, upload), { recursive: true, force: true });
  return {
    async startMultipart(key) {
      const uploadId = randomUUID();
      await mkdir(pieceFolder(pieces, { key, uploadId }), { recursive: true, mode: 0o700 });
      return uploadId;
    },
    listPieces: list,
    async joinPieces({ pieces: wanted, ...upload }) {
      await list(upload);
      const { sha256 } = checkObjectKey(upload.key);
      const size = wanted.reduce((sum, piece) => sum + piece.size, 0);
      const paths = wanted.map(({ number }) => pieceFile(pieces, { ...upload, number }));
      await storeBody({ place: join(root, upload.key), incoming, size, sha256, body: contentOf(paths) });
      await abort(upload);
    },
    abortMultipart: abort,
  };
}

async function* contentOf(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield* readObject(path);
}
