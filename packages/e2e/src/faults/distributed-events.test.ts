import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { disturb, importUndisturbed, type Undisturbed } from "./distributed/disturb.ts";
import { type FaultWorld, openFaultWorld } from "./distributed/open-world.ts";
import { printAftermath } from "./distributed/report.ts";
import { republish } from "./distributed/republish.ts";

/** What the store says reaches Kubin through us alone. */
const notificationsOf = (prefix: string): string => `${prefix}.notifications`;

let world: FaultWorld;
let undisturbed: Undisturbed;
let passed: (index: number) => number = () => 1;
const between: AsyncDisposable[] = [];
beforeAll(async () => {
  await buildPackages("@kubin/cli");
  world = await openFaultWorld({ env: (prefix) => ({ S3_NOTIFICATION_TOPIC: notificationsOf(prefix) }) });
  between.push(await republish(notifications(), (index) => passed(index)));
  undisturbed = await importUndisturbed(world);
});
afterAll(async () => {
  for (const one of between) await one[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

const brokers = () => world.engines.environment.KAFKA_BROKERS ?? "";
const notifications = () => ({
  brokers: brokers(),
  from: world.engines.environment.S3_NOTIFICATION_TOPIC ?? "",
  to: notificationsOf(world.prefix),
});

it("every third notification of the store is lost, under uploads and searches", async () => {
  let lost = 0;
  const seen = new Set<number>();
  passed = (index) => {
    seen.add(index);
    if (index % 3 < 2) return 1;
    lost++;
    return 0;
  };
  const aftermath = await disturb({ world, undisturbed, delayMs: 0, fault: async () => {} });
  printAftermath(`${lost} of ${seen.size} notifications lost`, aftermath);
  expect(lost).toBeGreaterThan(5);
});

it("every notification and every event comes twice, under uploads and searches", async () => {
  passed = () => 2;
  const events = `${world.prefix}.events`;
  await using again = await republish({ brokers: brokers(), from: events, to: events }, () => 1);
  const aftermath = await disturb({ world, undisturbed, delayMs: 0, fault: async () => {} });
  const { came, sent } = again.counts();
  printAftermath(`${sent} of ${came} events twice`, aftermath);
  expect(sent).toBeGreaterThan(5);
});
