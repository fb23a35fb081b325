import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { uploadBundle } from "@kubin/client";
import { manifestVersion } from "@kubin/schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { manifestOf, objectsPart, pod } from "../testbed/make-parts.ts";
import { disturb, importUndisturbed, type Undisturbed } from "./distributed/disturb.ts";
import { type FaultWorld, openFaultWorld } from "./distributed/open-world.ts";
import { pointInImport, printAftermath } from "./distributed/report.ts";

const storeBytes = 256 * 1024 ** 2;
/** Until somebody has seen to it. */
const fullMs = 20_000;

let world: FaultWorld;
let undisturbed: Undisturbed;
beforeAll(async () => {
  await buildPackages("@kubin/cli");
  world = await openFaultWorld({ storeBytes });
  undisturbed = await importUndisturbed(world);
});
afterAll(() => world?.[Symbol.asyncDispose]());

it("the disk of the object store is full for a while, under uploads and searches", async () => {
  const filler = join(world.engines.folderOf("minio"), "data", "filler");
  const fault = async () => {
    await fill(filler);
    await expect(uploadOnce()).rejects.toMatchObject({ code: "STORE_FULL" });
    await new Promise((resolve) => setTimeout(resolve, fullMs));
    await rm(filler);
  };
  const aftermath = await disturb({ world, undisturbed, delayMs: pointInImport(), fault });
  printAftermath("object store, disk full", aftermath);
  expect(aftermath.answers).toBeGreaterThan(0);
});

/** With no patience at all, so that what the store says is heard. */
function uploadOnce() {
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
