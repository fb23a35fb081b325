import { constants } from "node:fs";
import { access, mkdir, opendir, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkObjectKey, checkObjectPrefix, type ObjectPort } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { fileMultipart } from "./file-multipart.ts";
import { ignoreMissing } from "./ignore-missing.ts";
import { readObject } from "./read-object.ts";
import { type ServeObjects, serveObjects } from "./serve-objects.ts";
import { signUrl } from "./sign-url.ts";

const servePath = "/objects";

export interface OpenFileObjects extends Pick<ServeObjects, "clock" | "log" | "onStored"> {
  /** Folder of the objects; made when it is missing. */
  dir: string;
  /** Signs the URLs; kept between starts, or the URLs of before are void. */
  secret: Buffer;
  /** Base of signed URLs, without a trailing slash. */
  publicUrl: string;
}

export interface FileObjects extends ObjectPort {
  serve(request: Request): Promise<Response>;
  servePath: string;
  /** Bytes that can still be stored. */
  freeBytes(): Promise<number>;
}

/** Objects as files below `dir`, reached from outside by signed URLs that Kubin serves itself below `servePath`. */
export async function openFileObjects(options: OpenFileObjects): Promise<FileObjects> {
  const { dir, secret, publicUrl } = options;
  const root = join(dir, "stored");
  const incoming = join(dir, "incoming");
  const pieces = join(dir, "pieces");
  // Uploads that a killed process left behind.
  await rm(incoming, { recursive: true, force: true });
  for (const folder of [root, incoming, pieces]) await mkdir(folder, { recursive: true, mode: 0o700 });
  const signing = { secret, basePath: servePath };
  const list = (prefix: string): AsyncIterable<{ key: string; size: number }> => {
    checkObjectPrefix(prefix);
    return filesBelow(root, dirname(`${prefix}x`), prefix);
  };
  return {
    servePath,
    serve: (request) => serveObjects(request, { ...options, ...signing, root, incoming, pieces }),
    signUpload: async ({ key, size, sha256, expiresAt }) => {
      if (checkObjectKey(key).sha256 !== sha256) throw new KubinError("BAD_INPUT", "The key must end with the digest.");
      const grant = { method: "PUT", key, size, sha256, expiresAtMs: expiresAt.getTime() } as const;
      return { url: publicUrl + signUrl(grant, signing), headers: {} };
    },
    signPiece: async ({ key, uploadId, number, size, sha256, expiresAt }) => {
      checkObjectKey(key);
      const piece = { uploadId, number };
      const grant = { method: "PUT", key, size, sha256, expiresAtMs: expiresAt.getTime(), piece } as const;
      return { url: publicUrl + signUrl(grant, signing), headers: {} };
    },
    ...fileMultipart({ root, incoming, pieces }),
    signDownload: async ({ key, filename, gunzip, expiresAt }) => {
      checkObjectKey(key);
      const grant = { method: "GET", key, filename, gunzip, expiresAtMs: expiresAt.getTime() } as const;
      return publicUrl + signUrl(grant, signing);
    },
    size: async (key) => {
      checkObjectKey(key);
      const found = await stat(join(root, key)).catch(ignoreMissing);
      return found?.size;
    },
    read: (key, range) => {
      checkObjectKey(key);
      return readObject(join(root, key), range);
    },
    list,
    deletePrefix: async (prefix) => {
      let removed = 0;
      for await (const { key } of list(prefix)) {
        await rm(join(root, key), { force: true });
        removed += 1;
      }
      // The empty folders.
      await rm(join(root, prefix), { recursive: true, force: true });
      await rm(join(pieces, prefix), { recursive: true, force: true });
      return removed;
    },
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize;
    },
    ping: async () => {
      const cannot = (cause: unknown): never => {
        throw new KubinError("UNAVAILABLE", "The folder of the objects cannot be written.", { cause });
      };
      await Promise.all([root, incoming].map((folder) => access(folder, constants.W_OK))).catch(cannot);
    },
    close: async () => undefined,
  };
}

async function* filesBelow(
  root: string,
  folder: string,
  prefix: string,
): AsyncGenerator<{ key: string; size: number }> {
  const entries = await opendir(join(root, folder)).catch(ignoreMissing);
  if (entries === undefined) return;
  for await (const entry of entries) {
    const key = `${folder}/${entry.name}`;
    if (!key.startsWith(prefix) && !prefix.startsWith(`${key}/`)) continue;
    if (entry.isDirectory()) yield* filesBelow(root, key, prefix);
    else {
      const found = await stat(join(root, key)).catch(ignoreMissing);
      if (found !== undefined) yield { key, size: found.size };
    }
  }
}
