// `npm start`: the server alone, from source, with web app and CLI built. Settings: see .env.example.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, root, spawnServer, stopServer, stopWithParent } from "./run-server.mjs";

const envFile = join(root, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile);

try {
  await build("@kubin/web", "@kubin/cli");
} catch (error) {
  console.error(`${error.message} Starting without the newest web app and CLI.`);
}

const server = spawnServer();
let signals = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    signals += 1;
    void stopServer(server, { hard: signals > 1 });
  });
}
stopWithParent(() => void stopServer(server));
server.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
