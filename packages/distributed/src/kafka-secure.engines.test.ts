import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterEach, expect, inject, test, vi } from "vitest";
import type { KafkaSettings } from "./bus/kafka-settings.ts";
import { type KafkaBus, openKafkaBus } from "./bus/open-kafka-bus.ts";
import { silentLog } from "./testing/silent-log.ts";

const engines = inject("engines");
const opened: KafkaBus[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((bus) => bus.close()));
});

async function settingsOf(more: Partial<KafkaSettings> = {}): Promise<KafkaSettings> {
  return {
    brokers: [engines.SECURE_KAFKA_BROKERS ?? ""],
    prefix: `t-${randomUUID()}`,
    tls: { ca: await readFile(engines.SECURE_KAFKA_CA_FILE ?? "", "utf8") },
    sasl: login("plain"),
    ...more,
  };
}

function login(mechanism: "plain" | "scram-sha-512", password = engines.SECURE_KAFKA_PASSWORD ?? "") {
  return { mechanism, username: engines.SECURE_KAFKA_USERNAME ?? "", password };
}

function openBus(settings: KafkaSettings, log = silentLog()): KafkaBus {
  const bus = openKafkaBus({ settings, log });
  opened.push(bus);
  return bus;
}

test.each(["plain", "scram-sha-512"] as const)("over TLS of a private authority, as who %s says", async (mechanism) => {
  const bus = openBus(await settingsOf({ sasl: login(mechanism) }));
  await bus.heard;
  const heard: string[] = [];
  bus.subscribe(["snapshot.changed"], () => void heard.push("changed"));
  await bus.publish([{ topic: "snapshot.changed", snapshotId: "a" }]);
  await vi.waitFor(() => expect(heard).toEqual(["changed"]), { timeout: 20_000 });
});

test.each([
  ["a wrong password", { sasl: login("plain", "wrong") }, /SASL PLAIN authentication failed/],
  ["an authority that is not ours", { tls: {} }, /certificate/],
])("%s is told, and gets nothing in", async (_name, more, told) => {
  const log = silentLog();
  const bus = openBus(await settingsOf(more), log);
  await vi.waitFor(() => expect(JSON.stringify(log.warnings)).toMatch(told), { timeout: 20_000 });
  await expect(bus.publish([{ topic: "snapshot.changed", snapshotId: "a" }])).rejects.toMatchObject({
    code: "UNAVAILABLE",
  });
});
