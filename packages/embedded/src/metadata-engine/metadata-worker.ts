// The thread that PGlite runs in: it blocks its thread while a statement runs.
import { chmodSync, rmSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { metadataWorkerOptions } from "./metadata-worker-options.ts";
import { servePostgres } from "./serve-postgres.ts";

const { dataDir, socketPath, maxConnections } = metadataWorkerOptions(workerData);
const db = await PGlite.create({ dataDir, extensions: { pg_trgm, btree_gin } });
const server = servePostgres(db, (error) => {
  // Ends the thread, which is started again: an engine that failed by itself cannot be trusted any more.
  setImmediate(() => {
    throw error;
  });
});
server.maxConnections = maxConnections;
rmSync(socketPath, { force: true });
server.listen(socketPath, () => {
  chmodSync(socketPath, 0o600);
  parentPort?.postMessage("ready");
});

parentPort?.once("message", async () => {
  server.close();
  await db.close();
  process.exit(0);
});
