// Generates the Prisma client after `npm install`. Prisma would download a schema engine it never uses here;
// naming any existing file as that engine keeps the install offline.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (existsSync("prisma/schema.prisma")) {
  const { status } = spawnSync("npx", ["prisma", "generate"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    shell: process.platform === "win32",
  });
  process.exit(status ?? 1);
}
