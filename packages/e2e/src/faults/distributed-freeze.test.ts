import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { disturb, importUndisturbed, type Undisturbed } from "./distributed/disturb.ts";
import { type FaultWorld, openFaultWorld } from "./distributed/open-world.ts";
import { pointInImport, printAftermath } from "./distributed/report.ts";
import { victimNamed, victimNames } from "./distributed/victims.ts";

/** Connections stay open and nothing is answered: what only a timeout notices. */
const frozenMs = 20_000;

let world: FaultWorld;
let undisturbed: Undisturbed;
beforeAll(async () => {
  await buildPackages("@kubin/cli");
  world = await openFaultWorld();
  undisturbed = await importUndisturbed(world);
});
afterAll(() => world?.[Symbol.asyncDispose]());

describe("frozen for 20 s, under uploads and searches", () => {
  it.each(victimNames)("%s", async (name) => {
    const victim = victimNamed(world, name);
    const fault = async () => {
      await victim.strike("freeze");
      await new Promise((resolve) => setTimeout(resolve, frozenMs));
      await victim.strike("thaw");
    };
    const aftermath = await disturb({ world, undisturbed, delayMs: pointInImport(), fault });
    printAftermath(`${name}, frozen`, aftermath);
    expect(aftermath.answers).toBeGreaterThan(0);
  });
});
