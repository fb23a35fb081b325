// chDB behind its bridge, on a TCP port instead of a socket. Arguments: data folder, port.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { serveBridge } from "../../../packages/embedded/src/log-engine/serve-bridge.ts";
import { openSessionPool } from "../../../packages/embedded/src/log-engine/session-pool.ts";

const [folder = "", port = ""] = process.argv.slice(2);
const spoolDir = join(folder, "spool");
await rm(spoolDir, { recursive: true, force: true });
await mkdir(spoolDir, { recursive: true, mode: 0o700 });
const pool = openSessionPool(join(folder, "db"));
await pool.version();
const server = serveBridge({
  pool,
  spoolDir,
  maxInsertBytes: 512 * 1024 * 1024,
  limits: { maxExecutionSeconds: 60, maxMemoryBytes: 2 * 1024 ** 3, maxWholeAnswerBytes: 128 * 1024 * 1024 },
  onFatal: (error) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(3);
  },
});
server.listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  pool.close();
  process.exit(0);
});
