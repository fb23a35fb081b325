import { join } from "node:path";
import { describeLogContract } from "@kubin/core/contracts";
import { migrateLogs, openLogs } from "@kubin/persistence";
import { openDataDirectory } from "./data-directory/open-data-directory.ts";
import { startLogEngine } from "./log-engine/start-log-engine.ts";
import { silentLog } from "./testing/silent-log.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

/** The log port on a chDB of its own, with or without the index of words. */
async function openLogPort(textIndex: boolean): ReturnType<Parameters<typeof describeLogContract>[1]> {
  const folder = await temporaryFolder();
  const directory = await openDataDirectory(folder.path);
  const dataDir = join(folder.path, "logs");
  const { socketDir } = directory;
  const engine = await startLogEngine({
    dataDir,
    socketDir,
    lockAddress: directory.lockAddress("logs"),
    log: silentLog(),
  });
  const client = engine.createClient();
  await migrateLogs(client, { textIndex });
  // A second start finds everything in its place.
  await migrateLogs(client, { textIndex });
  const port = openLogs({ client });
  const close = async (): Promise<void> => {
    await port.close();
    await engine.stop();
    await directory.release();
    await folder.remove();
  };
  return { port, close };
}

describeLogContract("embedded", () => openLogPort(true));
describeLogContract("embedded, without the index of words", () => openLogPort(false));
