import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Spool, SpoolFile } from "@kubin/kubernetes";
import { KubinError } from "@kubin/schema";

/** Read at once for a digest. */
const hashedBytes = 1024 * 1024;

/** Temporary storage in files of `folder` (0600). Each is unlinked as soon as it is open, where the system allows it. */
export function nodeSpool(opts: { folder: string; platform: NodeJS.Platform }): Spool {
  let made = 0;
  return {
    async create() {
      const path = join(opts.folder, `spool-${made++}`);
      const handle = await open(path, "wx+", 0o600);
      const early = opts.platform !== "win32";
      if (early) await rm(path);
      return spoolFile({ handle, folder: opts.folder, remove: early ? undefined : () => rm(path, { force: true }) });
    },
  };
}

function spoolFile(opts: { handle: FileHandle; folder: string; remove: (() => Promise<void>) | undefined }): SpoolFile {
  const { handle, folder } = opts;
  let end = 0;
  async function read(start: number, stop: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(stop, end) - start));
    for (let done = 0; done < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
      if (bytesRead === 0) throw new KubinError("INTERNAL", "The temporary file ended early.");
      done += bytesRead;
    }
    return bytes;
  }
  return {
    async append(bytes) {
      try {
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, end);
          done += bytesWritten;
          end += bytesWritten;
        }
      } catch (error) {
        throw writeError(error, folder);
      }
    },
    read,
    async digest(start, stop) {
      const hash = createHash("sha256");
      for (let at = start; at < stop; at += hashedBytes) hash.update(await read(at, Math.min(stop, at + hashedBytes)));
      return hash.digest("hex");
    },
    async close() {
      await handle.close();
      await opts.remove?.();
    },
  };
}

function writeError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const sentence = `There is no space left for temporary files in ${folder}.`;
  return new KubinError("STORE_FULL", `${sentence}\nFree some, or set TMPDIR to a folder on another disk.`, {
    cause: error,
  });
}
