import { join } from "node:path";
import { openDataDirectory } from "../data-directory/open-data-directory.ts";
import { type MetadataEngine, startMetadataEngine } from "../metadata-engine/start-metadata-engine.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** For tests: a metadata engine in a folder of its own. */
export async function openMetadataEngine(): Promise<{
  engine: MetadataEngine;
  errors: string[];
  close(): Promise<void>;
}> {
  const folder = await temporaryFolder();
  const directory = await openDataDirectory(folder.path);
  const log = silentLog();
  const dataDir = join(directory.path, "metadata");
  const engine = await startMetadataEngine({ dataDir, socketDir: directory.socketDir, log });
  const close = async (): Promise<void> => {
    await engine.stop();
    await directory.release();
    await folder.remove();
  };
  return { engine, errors: log.errors, close };
}
