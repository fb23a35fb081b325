// chDB behind its bridge, on a TCP port instead of a socket. Arguments: data folder, port.
import { join } from "node:path";
import { openBridge } from "../../../packages/embedded/src/log-engine/open-bridge.ts";

const [folder = "", port = ""] = process.argv.slice(2);
const { server, close } = await openBridge({
  dataDir: join(folder, "db"),
  spoolDir: join(folder, "spool"),
  maxExecutionSeconds: 60,
  maxMemoryBytes: 2 * 1024 ** 3,
});
server.listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => {
  close();
  process.exit(0);
});
