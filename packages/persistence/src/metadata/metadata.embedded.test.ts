import { randomUUID } from "node:crypto";
import { describeMetadataContract } from "@kubin/core/contracts";
import { startPglite } from "./fixtures/start-pglite.ts";
import { migrateMetadata } from "./migrate-metadata.ts";
import { openMetadata } from "./open-metadata.ts";

const clock = { now: () => new Date() };
const ids = { uuid: () => randomUUID(), secret: () => randomUUID() };

describeMetadataContract("Prisma on PGlite behind its socket", async () => {
  const store = await startPglite();
  await migrateMetadata(store.connection);
  const port = await openMetadata({ connection: store.connection, clock, ids });
  return {
    port,
    async close() {
      await port.close();
      await store.stop();
    },
  };
});
