// The process that chDB runs in. It lives as long as the pipe to its parent does.
import { once } from "node:events";
import { chmod, mkdir, rm } from "node:fs/promises";
import { waitForAddress } from "../data-directory/hold-address.ts";
import { bridgeProcessOptions } from "./bridge-options.ts";
import { serveBridge } from "./serve-bridge.ts";
import { openSessionPool } from "./session-pool.ts";

// Nothing is worth finishing: an insert that was not acknowledged may be lost, and the engine survives a kill.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

const [message] = await once(process, "message");
const { dataDir, spoolDir, socketPath, lockAddress, ...limits } = bridgeProcessOptions(message);

const held = await waitForAddress(lockAddress, 15_000);
if (!("release" in held)) throw new Error(`process ${held.heldBy} still holds the data`);

await rm(spoolDir, { recursive: true, force: true });
await mkdir(spoolDir, { recursive: true, mode: 0o700 });
const pool = openSessionPool(dataDir);
await pool.version();
const server = serveBridge({
  pool,
  spoolDir,
  maxInsertBytes: 512 * 1024 * 1024,
  limits: { ...limits, maxWholeAnswerBytes: 128 * 1024 * 1024 },
  onFatal: (error) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(3);
  },
});
await rm(socketPath, { force: true });
server.listen(socketPath, async () => {
  await chmod(socketPath, 0o600);
  process.send?.("ready");
});

process.on("message", () => {
  server.close();
  server.closeAllConnections();
  pool.close();
  process.exit(0);
});
