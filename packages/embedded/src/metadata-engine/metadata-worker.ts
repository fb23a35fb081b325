// The thread that PGlite runs in: it blocks its thread while a statement runs.
import { chmodSync, rmSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { metadataWorkerOptions } from "./metadata-worker-options.ts";

const { dataDir, socketPath, maxConnections } = metadataWorkerOptions(workerData);
const db = await PGlite.create({ dataDir, extensions: { pg_trgm, btree_gin } });
rmSync(socketPath, { force: true });
const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections });
await server.start();
chmodSync(socketPath, 0o600);

parentPort?.on("message", async () => {
  await server.stop();
  await db.close();
  parentPort?.close();
});
parentPort?.postMessage("ready");
