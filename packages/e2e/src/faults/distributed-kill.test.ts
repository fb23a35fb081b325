import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { disturb, importUndisturbed, type Undisturbed } from "./distributed/disturb.ts";
import { type FaultWorld, openFaultWorld } from "./distributed/open-world.ts";
import { pointInImport, printAftermath } from "./distributed/report.ts";
import { victimNamed, victimNames } from "./distributed/victims.ts";

/** As long as a supervisor takes to notice. */
const awayMs = 3_000;

let world: FaultWorld;
let undisturbed: Undisturbed;
beforeAll(async () => {
  await buildPackages("@kubin/cli");
  world = await openFaultWorld();
  undisturbed = await importUndisturbed(world);
});
afterAll(() => world?.[Symbol.asyncDispose]());

describe("kill -9 and a restart, under uploads and searches", () => {
  it.each(victimNames)("%s", async (name) => {
    const victim = victimNamed(world, name);
    const fault = async () => {
      await victim.strike("crash");
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      await victim.restart();
    };
    const aftermath = await disturb({ world, undisturbed, delayMs: pointInImport(), fault });
    printAftermath(`${name}, kill -9`, aftermath);
    expect(aftermath.answers).toBeGreaterThan(0);
  });
});
