// Makes prisma/migrations/<time>_<name>/migration.sql from the difference between the schema of the last migration
// and prisma/schema.prisma, offline: `npm run migration -- <name>`. Collations, trigram, partial and expression
// indexes are added by hand below it. Each migration keeps the schema it leads to beside it, for the next difference.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = new URL("..", import.meta.url).pathname;
const migrations = join(root, "prisma/migrations");
const require = createRequire(join(root, "packages/persistence/package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

/** The engine's package imports its wasm as a module, which Node 20 cannot do: instantiate it by hand. */
async function loadEngine() {
  const glue = await load("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(require.resolve("@prisma/schema-engine-wasm").replace(/\.js$/, "_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

async function diff({ before, after }) {
  const { PGlite } = await load("@electric-sql/pglite");
  const { PGLiteSocketServer } = await load("@electric-sql/pglite-socket");
  const { PrismaPg } = await load("@prisma/adapter-pg");
  const { bindMigrationAwareSqlAdapterFactory } = await load("@prisma/driver-adapter-utils");
  const SchemaEngine = await loadEngine();
  const folder = mkdtempSync(join(tmpdir(), "kubin-migration-"));
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, path: join(folder, ".s.PGSQL.5432"), maxConnections: 10 });
  await server.start();
  try {
    const adapter = new PrismaPg({ host: folder, port: 5432, user: "postgres", database: "postgres" });
    const files = [{ path: "schema.prisma", content: after }];
    const engine = await SchemaEngine.new(
      { datamodels: [["schema.prisma", after]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    const { stdout } = await engine.diff({
      from: before ? { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: before }] } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    await server.stop();
    await db.close();
    rmSync(folder, { recursive: true });
  }
}

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Name the migration: npm run migration -- add_something");
  process.exit(2);
}
const last = readdirSync(migrations, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .at(-1);
const before = last && readFileSync(join(migrations, last, "schema.txt"), "utf8");
const after = readFileSync(join(root, "prisma/schema.prisma"), "utf8");
const sql = await diff({ before, after });
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(migrations, `${stamp}_${name}`);
mkdirSync(folder);
writeFileSync(join(folder, "migration.sql"), sql);
writeFileSync(join(folder, "schema.txt"), after);
console.log(join("prisma/migrations", `${stamp}_${name}`, "migration.sql"));
process.exit(0);
