import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { KubinError } from "@kubin/schema";
import { checkCancelled } from "./check-cancelled.ts";
import { fileError } from "./file-error.ts";

interface SpoolStdin {
  stdin: AsyncIterable<Uint8Array>;
  spoolDir: string;
  signal: AbortSignal | undefined;
}

/**
 * Writes stdin to a file that only its owner can read, because bundles are read twice. The name is taken away at once
 * where the system allows it, so that nothing stays behind whatever ends the program; else by `removed`.
 */
export async function spoolStdin(opts: SpoolStdin): Promise<{ handle: FileHandle; removed: () => Promise<void> }> {
  const path = join(opts.spoolDir, `stdin-${randomUUID()}`);
  const handle = await open(path, "wx+", 0o600).catch((error: unknown) => {
    throw fileError(error, opts.spoolDir);
  });
  const gone = await unlink(path).then(
    () => true,
    () => false,
  );
  const removed = async () => {
    if (!gone) await unlink(path).catch(() => undefined);
  };
  try {
    let bytes = 0;
    for await (const chunk of opts.stdin) {
      checkCancelled(opts.signal);
      await handle.appendFile(chunk);
      bytes += chunk.length;
    }
    if (bytes === 0) throw new KubinError("NOT_A_BUNDLE", "stdin is empty.");
    return { handle, removed };
  } catch (error) {
    await handle.close();
    await removed();
    throw fileError(error, "stdin");
  }
}
