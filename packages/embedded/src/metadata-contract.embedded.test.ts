import { randomUUID } from "node:crypto";
import { describeMetadataContract } from "@kubin/core/contracts";
import { migrateMetadata, openMetadata } from "@kubin/persistence";
import { openMetadataEngine } from "./testing/open-metadata-engine.ts";

const clock = { now: () => new Date() };
const ids = { uuid: () => randomUUID(), secret: () => randomUUID() };

describeMetadataContract("embedded", async () => {
  const { engine, close } = await openMetadataEngine();
  await migrateMetadata(engine.connection);
  // A second start finds everything in its place.
  await migrateMetadata(engine.connection);
  const port = await openMetadata({ connection: engine.connection, clock, ids });
  return {
    port,
    close: async () => {
      await port.close();
      await close();
    },
  };
});
