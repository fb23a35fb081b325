import { open } from "node:fs/promises";
import type { PackedBundle } from "@kubin/kubernetes";
import { KubinError, type PackedPart, type PartEntry } from "@kubin/schema";
import type { KubinFileBegin } from "../import/kubin-file/begin-document.ts";
import { kubinTar } from "../import/kubin-file/kubin-tar.ts";
import { partName } from "../import/kubin-file/tar-names.ts";
import { openQueue } from "./open-queue.ts";

/** Of a tar: content is filled up to whole blocks. */
const blockBytes = 512;

interface WriteParts {
  path: string;
  begin: KubinFileBegin;
  packed: PackedBundle;
}

export interface WrittenParts {
  /** Read back from the file, each when it is asked for. Throws what ended the writing. */
  parts: AsyncGenerator<PackedPart>;
  /** Resolves when the file is whole. */
  finished: Promise<void>;
  /** Where nobody reads the parts. */
  close(): Promise<void>;
}

/** Writes a kubin file (0600) and hands each part on as soon as it is in there. */
export async function writeParts({ path, begin, packed }: WriteParts): Promise<WrittenParts> {
  const file = await open(path, "wx+", 0o600);
  const queue = openQueue<{ entry: PartEntry; at: number }>();
  const places = new Map<string, number>();
  let end = 0;
  let closed: Promise<void> | undefined;

  async function* passing(): AsyncGenerator<PackedPart> {
    for await (const part of packed.parts) {
      yield part;
      // Whoever asks for the next one has written this one; an equal one was there before.
      const name = partName(part.entry);
      const at = places.get(name) ?? end - Math.ceil(part.entry.size / blockBytes) * blockBytes;
      places.set(name, at);
      queue.put({ entry: part.entry, at });
    }
  }
  async function write(): Promise<void> {
    try {
      for await (const chunk of kubinTar({ begin, parts: passing(), manifest: packed.manifest })) {
        await file.appendFile(chunk);
        end += chunk.length;
      }
      await file.sync();
      queue.end();
    } catch (error) {
      const failure = diskError(error, path);
      queue.end({ error: failure });
      throw failure;
    }
  }
  async function* read(): AsyncGenerator<PackedPart> {
    try {
      for await (const { entry, at } of queue.values()) {
        const bytes = new Uint8Array(entry.size);
        const { bytesRead } = await file.read(bytes, 0, entry.size, at);
        if (bytesRead !== entry.size) throw new KubinError("INTERNAL", "The file of the capture ended early.");
        yield { entry, bytes };
      }
    } finally {
      await close();
    }
  }
  async function close(): Promise<void> {
    await finished.catch(() => {});
    closed ??= file.close();
    await closed;
  }
  const finished = write();
  // Told by the queue, and to whoever awaits it.
  finished.catch(() => {});
  return { parts: read(), finished, close };
}

function diskError(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const sentence = `There is no space left for the capture in ${path}.`;
  return new KubinError("STORE_FULL", `${sentence}\nFree some, or set XDG_STATE_HOME to a folder on another disk.`);
}
