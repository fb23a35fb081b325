// Generates the Prisma client and the list of migrations after `npm install`. Prisma would download a schema engine it
// never uses here; naming any existing file as that engine keeps the install offline. The migrations become a module, so
// that a bundled server carries them.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const migrations = "prisma/migrations";
const generated = "packages/persistence/src/generated";

/** Each migration with the checksum that Prisma keeps of it. */
function readMigrations() {
  return readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(migrations, name, "migration.sql"), "utf8");
      return { name, checksum: createHash("sha256").update(sql).digest("hex"), sql };
    });
}

if (existsSync("prisma/schema.prisma")) {
  const { status, stderr } = spawnSync("npx", ["prisma", "generate"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write(stderr ?? "prisma generate did not start\n");
    process.exit(status ?? 1);
  }
  const type = "{ name: string; checksum: string; sql: string }[]";
  const list = JSON.stringify(readMigrations(), undefined, 2);
  writeFileSync(join(generated, "migrations.ts"), `export const migrations: ${type} = ${list};\n`);
}
