import { createClient, toKubinError } from "@kubin/client";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { logsPart, type MadePart, objectsPart, pod } from "../testbed/make-parts.ts";
import { countLines, openWorld, type Process, send, shortLeases, type World } from "./open-world.ts";

const engines = inject("engines");
const asLongAsItTakes = { timeout: 120_000, interval: 50 };

let world: World;
beforeEach(async () => {
  world = await openWorld(engines);
});
afterEach(() => world?.[Symbol.asyncDispose]());

/** A part of eight chunks of 50,000 lines: its work takes a while. */
function longPart(namespace: string): { part: MadePart; lines: number } {
  const streams = Array.from({ length: 8 }, (_, number) => ({
    stream: { namespace, pod: `web-${number}`, container: "app", source: "current" as const },
    lines: Array.from({ length: 50_000 }, (_, line) => `2021-08-05T10:00:00Z info request ${line} of web-${number}`),
  }));
  return { part: logsPart(namespace, streams), lines: 400_000 };
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await world.rows<{ state: string }>("SELECT state FROM snapshots WHERE id = $1", [id]))[0]?.state;

/** Resolves with the one of `workers` that has inserted a chunk of a part of `id`, and is not done with it. */
async function inMidWork(id: string, workers: Process[]): Promise<Process> {
  let found: Process | undefined;
  const look = async (): Promise<Process | undefined> => {
    const rows = await world.rows<{ worker: string }>(
      `SELECT worker FROM parts WHERE snapshot_id = $1 AND state = 'STORED' AND worker IS NOT NULL
         AND EXISTS (SELECT 1 FROM log_intents WHERE snapshot_id = $1 AND done)`,
      [id],
    );
    found = workers.find(({ pid }) => rows[0]?.worker.includes(`-${pid}-`));
    return found;
  };
  await expect.poll(look, asLongAsItTakes).toBeDefined();
  if (!found) throw new Error("no worker was in mid-work");
  return found;
}

it("a snapshot of 5 parts is done while one of 500, which was there first, goes on", async () => {
  const gateway = await world.start("gateway,query,upload");
  const large = Array.from({ length: 500 }, (_, at) => objectsPart("resources", `ns-${at}`, [pod(`ns-${at}`, "web")]));
  const small = Array.from({ length: 5 }, (_, at) => objectsPart("resources", `ns-${at}`, [pod(`ns-${at}`, "db")]));
  const first = await send(gateway.url, large);
  const second = await send(gateway.url, small);
  // As if all notifications had come before the workers.
  await world.rows("UPDATE parts SET state = 'STORED'");
  await Promise.all([world.start("worker"), world.start("worker")]);
  await expect.poll(() => stateOf(second.id), asLongAsItTakes).toBe("COMPLETED");
  const [left] = await world.rows<{ parts: number }>(
    "SELECT count(*)::int AS parts FROM parts WHERE snapshot_id = $1 AND state = 'STORED'",
    [first.id],
  );
  expect(left?.parts).toBeGreaterThan(100);
  const kinds = await createClient({ server: gateway.url }).metadata.kinds.query({ snapshotId: second.id });
  expect(kinds.map(({ plural, total }) => [plural, total])).toEqual([["pods", small.length]]);
});

it("a worker that is stopped in mid-work ends by itself, its parts are free at once, and no line is lost or doubled", async () => {
  const gateway = await world.start("gateway,query,upload");
  const workers = await Promise.all([world.start("worker"), world.start("worker")]);
  const made = ["a", "b", "c", "d"].map(longPart);
  const { id } = await send(
    gateway.url,
    made.map(({ part }) => part),
  );
  const stopped = await inMidWork(id, workers);
  stopped.child.kill("SIGTERM");
  expect(await stopped.ended, stopped.stderr()).toBe(0);
  expect(stopped.stderr()).not.toContain("stopping took too long");
  const held = await world.rows("SELECT 1 FROM parts WHERE state = 'STORED' AND worker LIKE $1", [
    `%-${stopped.pid}-%`,
  ]);
  expect(held).toEqual([]);
  await expect.poll(() => stateOf(id), asLongAsItTakes).toBe("COMPLETED");
  expect(await countLines(gateway.url, id)).toBe(made.reduce((sum, { lines }) => sum + lines, 0));
  expect(await countLines(gateway.url, id, 'pod:web-3 "request 49999"')).toBe(made.length);
});

it("a worker that freezes in mid-work loses its part to another, and what it does when it wakes up changes nothing", async () => {
  const gateway = await world.start("gateway,query,upload");
  const start = () => world.start("worker", { program: shortLeases });
  const workers = await Promise.all([start(), start()]);
  const { part, lines } = longPart("shop");
  const { id } = await send(gateway.url, [part]);
  const frozen = await inMidWork(id, workers);
  frozen.child.kill("SIGSTOP");
  await expect.poll(() => stateOf(id), asLongAsItTakes).toBe("COMPLETED");
  frozen.child.kill("SIGCONT");
  await expect.poll(() => frozen.stderr(), asLongAsItTakes).toContain("the lease of a part was lost");
  expect(await countLines(gateway.url, id)).toBe(lines);
  expect(await countLines(gateway.url, id, 'pod:web-3 "request 49999"')).toBe(1);
  const [row] = await world.rows("SELECT state, attempts FROM parts WHERE snapshot_id = $1", [id]);
  expect(row).toEqual({ state: "INDEXED", attempts: 2 });
});

it("what is deleted by a process without Redis is gone for one that has answers about it in Redis", async () => {
  const [gateway, withoutRedis] = await Promise.all([
    world.start("gateway,query,upload"),
    world.start("gateway,query,upload", { env: { REDIS_URL: "redis://127.0.0.1:9" } }),
    world.start("worker", { env: { REDIS_URL: "redis://127.0.0.1:9" } }),
  ]);
  const { id } = await send(gateway.url, [objectsPart("resources", "shop", [pod("shop", "web")])]);
  await expect.poll(() => stateOf(id), asLongAsItTakes).toBe("COMPLETED");
  const client = createClient({ server: gateway.url });
  const ask = () => client.metadata.kinds.query({ snapshotId: id });
  // The second time from Redis, which nobody will tell to forget it.
  expect(await ask()).toEqual(await ask());
  await createClient({ server: withoutRedis.url }).metadata.delete.mutate({ snapshotId: id });
  const asked = ask().catch((error: unknown) => toKubinError(error, gateway.url));
  expect(await asked).toMatchObject({ code: "NOT_FOUND" });
  await expect.poll(() => stateOf(id), asLongAsItTakes).toBeUndefined();
});
