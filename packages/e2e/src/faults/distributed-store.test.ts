import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { uploadBundle } from "@kubin/client";
import { manifestVersion } from "@kubin/schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { manifestOf, objectsPart, pod } from "../testbed/make-parts.ts";
import { disturb } from "./distributed/disturb.ts";
import { importUndisturbed, type Undisturbed } from "./distributed/import-undisturbed.ts";
import { type FaultWorld, openFaultWorld } from "./distributed/open-world.ts";
import { pointInImport, printAftermath } from "./distributed/report.ts";
import { type Republished, republish } from "./distributed/republish.ts";

// The store's disk fills, a third of what it tells is lost, everything is told twice. What the store tells reaches Kubin
// through the test alone.

/** Room for every snapshot of this file. */
const storeBytes = 256 * 1024 ** 2;
/** Until somebody has seen to it. */
const fullMs = 20_000;
const topicOf = (prefix: string): string => `${prefix}.notifications`;

let world: FaultWorld;
let undisturbed: Undisturbed;
let notifications: Republished;
let copies: (index: number) => number = () => 1;
beforeAll(async () => {
  await buildPackages("@kubin/cli");
  world = await openFaultWorld({ storeBytes, env: (prefix) => ({ S3_NOTIFICATION_TOPIC: topicOf(prefix) }) });
  const from = world.engines.environment.S3_NOTIFICATION_TOPIC ?? "";
  notifications = await republish({ brokers: brokers(), from, to: topicOf(world.prefix) }, (index) => copies(index));
  undisturbed = await importUndisturbed(world);
});
afterAll(async () => {
  await notifications?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

const brokers = (): string => world.engines.environment.KAFKA_BROKERS ?? "";
const noFault = async (): Promise<void> => {};

it("every third notification of the store is lost, under uploads and searches", async () => {
  const before = notifications.counts();
  copies = (index) => (index % 3 === 2 ? 0 : 1);
  const aftermath = await disturb({ world, undisturbed, delayMs: 0, fault: noFault });
  const came = notifications.counts().came - before.came;
  const lost = came - (notifications.counts().sent - before.sent);
  printAftermath(`${lost} of ${came} notifications lost`, aftermath);
  expect(lost).toBeGreaterThan(2);
});

it("every notification and every event comes twice, under uploads and searches", async () => {
  copies = () => 2;
  const events = `${world.prefix}.events`;
  await using again = await republish({ brokers: brokers(), from: events, to: events }, () => 1);
  const aftermath = await disturb({ world, undisturbed, delayMs: 0, fault: noFault });
  printAftermath(`all notifications and ${again.counts().sent} events twice`, aftermath);
  expect(again.counts().sent).toBeGreaterThan(2);
});

it("the disk of the object store is full for a while, under uploads and searches", async () => {
  copies = () => 1;
  const filler = join(world.engines.folderOf("minio"), "data", "filler");
  const fault = async () => {
    await fill(filler);
    await expect(uploadImpatiently()).rejects.toMatchObject({ code: "STORE_FULL" });
    await new Promise((resolve) => setTimeout(resolve, fullMs));
    await rm(filler);
  };
  const aftermath = await disturb({ world, undisturbed, delayMs: pointInImport(), fault });
  printAftermath("object store, disk full", aftermath);
  expect(aftermath.answers).toBeGreaterThan(0);
});

/** Once, so that what the store says is heard. */
function uploadImpatiently() {
  const parts = [objectsPart("resources", "shop", [pod("shop", "one-more")])];
  return uploadBundle({
    server: world.gateways[1].url,
    begin: { name: "one more", layout: "test", manifestVersion },
    parts: (async function* () {
      yield* parts;
    })(),
    manifest: () => manifestOf(parts),
    retry: { attempts: 1, baseMs: 1, maxMs: 1 },
  });
}

/** Writes until there is no space left. */
async function fill(path: string): Promise<void> {
  await using file = await open(path, "w");
  const block = Buffer.alloc(1024 ** 2);
  try {
    for (;;) await file.write(block);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}
