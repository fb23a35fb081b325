import { crc32 } from "node:zlib";
import { nodeFile } from "./node-file.ts";
import type { Platform, Spooled } from "./platform.ts";
import { spoolChunks } from "./spool-chunks.ts";
import { inflateNode } from "./unpack/inflate-node.ts";
import { listZipNode } from "./zip/list-zip-node.ts";

/** Larger archives are not put on the disk a second time. */
const maxSpooledBytes = 2 * 1024 ** 3;

interface NodePlatform {
  /** Private folder for archives that lie in archives. */
  spoolDir: string;
  signal: AbortSignal | undefined;
}

/** How Node unpacks and spools. Disposing closes what is still spooled. */
export function nodePlatform({ spoolDir, signal }: NodePlatform): Platform & AsyncDisposable {
  const open = new Set<Spooled>();
  return {
    inflate: inflateNode,
    listZip: listZipNode,
    crc32: (bytes, before) => crc32(bytes, before),
    maxSpooledBytes,
    async spool(chunks) {
      const spool = await spoolChunks({ chunks, spoolDir, signal, maxBytes: maxSpooledBytes, isLenient: true });
      if (!spool) return undefined;
      const file = nodeFile({ name: "The spooled archive", handle: spool.handle, bytes: spool.bytes, signal });
      const spooled: Spooled = {
        ...file,
        async close() {
          if (open.delete(spooled)) await spool.close();
        },
      };
      open.add(spooled);
      return spooled;
    },
    async [Symbol.asyncDispose]() {
      for (const spooled of open) await spooled.close();
    },
  };
}
