// A process that holds a data directory and a log engine until it is killed. Prints one line of JSON when it does.
import { join } from "node:path";
import { openDataDirectory } from "../data-directory/open-data-directory.ts";
import { startLogEngine } from "../log-engine/start-log-engine.ts";
import { silentLog } from "./silent-log.ts";

const directory = await openDataDirectory(process.argv[2] ?? "");
const engine = await startLogEngine({
  dataDir: join(directory.path, "logs"),
  socketDir: directory.socketDir,
  lockAddress: directory.lockAddress("logs"),
  log: silentLog(),
});
process.stdout.write(`${JSON.stringify({ pid: process.pid, enginePid: engine.pid() })}\n`);
