// The process that chDB runs in. It lives as long as the pipe to its parent does.
import { once } from "node:events";
import { chmod, rm } from "node:fs/promises";
import { waitForAddress } from "../data-directory/hold-address.ts";
import { bridgeProcessOptions } from "./bridge-options.ts";
import { openBridge } from "./open-bridge.ts";

// Nothing is worth finishing: an insert that was not acknowledged may be lost, and the engine survives a kill.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

const [message] = await once(process, "message");
const { socketPath, lockAddress, ...options } = bridgeProcessOptions(message);

const held = await waitForAddress(lockAddress, 15_000);
if (!("release" in held)) throw new Error(`process ${held.heldBy} still holds the data`);

const { server, close } = await openBridge(options);
await rm(socketPath, { force: true });
server.listen(socketPath, async () => {
  await chmod(socketPath, 0o600);
  process.send?.("ready");
});

process.on("message", () => {
  close();
  process.exit(0);
});
