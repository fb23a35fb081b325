import { join } from "node:path";
import {
  type Clock,
  type Ids,
  type Log,
  type LogPort,
  type MetadataPort,
  openMemoryBus,
  type Ports,
} from "@kubin/core";
import { migrateLogs, migrateMetadata, openLogs, openMetadata } from "@kubin/persistence";
import { type Closing, openClosing } from "./closing.ts";
import { type DataDirectory, openDataDirectory } from "./data-directory/open-data-directory.ts";
import { startLogEngine } from "./log-engine/start-log-engine.ts";
import { openMemoryCache } from "./memory/open-memory-cache.ts";
import { startMetadataEngine } from "./metadata-engine/start-metadata-engine.ts";
import { type FileObjects, openFileObjects } from "./objects/open-file-objects.ts";

export interface OpenEmbedded {
  /** Made (0700) when it is missing; held by this process until `close`. */
  dataDir: string;
  /** Base of signed URLs, without a trailing slash. */
  publicUrl: string;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Whether log lines are indexed by their words. Default on. */
  logTextIndex?: boolean | undefined;
}

export interface EmbeddedPorts extends Ports {
  objects: FileObjects;
  /** Throws UNAVAILABLE when one of the engines or the object store does not answer. */
  ping(): Promise<void>;
  /** Ends the engines, threads and child processes, and gives the data directory free. Idempotent. */
  close(): Promise<void>;
}

/**
 * Opens all ports with nothing installed: PGlite, chDB, files and memory, all below one data directory.
 * Throws CONFLICT while another process uses the directory, UNAVAILABLE when an engine does not start.
 */
export async function openEmbedded(options: OpenEmbedded): Promise<EmbeddedPorts> {
  const { publicUrl, clock, log } = options;
  const closing = openClosing(log);
  try {
    const directory = await openDataDirectory(options.dataDir);
    closing.add("data directory", () => directory.release());
    const opening = { ...options, directory, closing };
    const engines = [openMetadataPort(opening), openLogPort(opening)] as const;
    // Both to their end, so that what did start is also closed when the other failed.
    await Promise.allSettled(engines);
    const [metadata, logs] = await Promise.all(engines);
    const bus = openMemoryBus({ log });
    const cache = openMemoryCache();
    const objects = await openFileObjects({
      dir: join(directory.path, "objects"),
      secret: directory.keyFor("objects"),
      publicUrl,
      clock,
      log,
      onStored: (stored) => bus.publish([{ topic: "object.stored", ...stored }]),
    });
    for (const port of [cache, objects, bus]) closing.add("memory", () => port.close());
    const ping = async (): Promise<void> => {
      await Promise.all([metadata.ping(), logs.ping(), objects.ping()]);
    };
    return { metadata, logs, objects, bus, cache, ping, close: closing.close };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

interface Opening extends OpenEmbedded {
  directory: DataDirectory;
  closing: Closing;
}

async function openMetadataPort({ directory, closing, clock, ids, log }: Opening): Promise<MetadataPort> {
  const { path, socketDir } = directory;
  const engine = await startMetadataEngine({ dataDir: join(path, "metadata"), socketDir, log });
  closing.add("metadata engine", () => engine.stop());
  await migrateMetadata(engine.connection);
  const port = await openMetadata({ connection: engine.connection, clock, ids });
  closing.add("metadata port", () => port.close());
  return port;
}

async function openLogPort({ directory, closing, log, logTextIndex }: Opening): Promise<LogPort> {
  const { path, socketDir, lockAddress } = directory;
  const address = lockAddress("logs");
  const engine = await startLogEngine({ dataDir: join(path, "logs"), socketDir, lockAddress: address, log });
  closing.add("log engine", () => engine.stop());
  const client = engine.createClient();
  const port = openLogs({ client });
  closing.add("log port", () => port.close());
  await migrateLogs(client, { textIndex: logTextIndex });
  return port;
}
