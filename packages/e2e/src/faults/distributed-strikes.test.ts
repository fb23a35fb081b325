import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { disturb } from "./distributed/disturb.ts";
import { importUndisturbed, type Undisturbed } from "./distributed/import-undisturbed.ts";
import { type FaultWorld, openFaultWorld } from "./distributed/open-world.ts";
import { pointInImport, printAftermath } from "./distributed/report.ts";
import { type Victim, victimNamed, victimNames } from "./distributed/victims.ts";

// Each process and each engine of the distributed profile is killed and started again, then frozen, while the real
// program uploads and readers list and search. Nobody helps: every snapshot ends as one that nothing disturbed.

/** As long as a supervisor takes to notice. */
const awayMs = 3_000;
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

describe.each([
  { how: "killed and started again", fault: killed },
  { how: "frozen for 20 s", fault: frozen },
])("$how, under uploads and searches", ({ how, fault }) => {
  it.each(victimNames)("%s", async (name) => {
    const victim = victimNamed(world, name);
    const aftermath = await disturb({ world, undisturbed, delayMs: pointInImport(), fault: () => fault(victim) });
    printAftermath(`${name}, ${how}`, aftermath);
    expect(aftermath.answers).toBeGreaterThan(0);
  });
});

async function killed(victim: Victim): Promise<void> {
  await victim.strike("crash");
  await pass(awayMs);
  await victim.restart();
}

async function frozen(victim: Victim): Promise<void> {
  await victim.strike("freeze");
  await pass(frozenMs);
  await victim.strike("thaw");
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
