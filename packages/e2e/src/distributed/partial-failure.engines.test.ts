import { createClient, toKubinError, uploadBundle } from "@kubin/client";
import { manifestVersion } from "@kubin/schema";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { logsPart, manifestOf, objectsPart, pod } from "../testbed/make-parts.ts";
import { uploadParts } from "../testbed/upload-parts.ts";
import { type Installation, newInstallation } from "./new-installation.ts";
import { type OneProcess, spawnOneProcess } from "./one-process.ts";
import { openTcpProxy, type TcpProxy } from "./tcp-proxy.ts";

// Each engine in turn is away or hangs for one Kubin alone, behind a proxy: what its users get, and that it comes back
// by itself. The engines themselves go on for others.
const engines = inject("engines");
const reached = ["DATABASE_URL", "CLICKHOUSE_URL", "S3_ENDPOINT", "REDIS_URL"] as const;
type Reached = (typeof reached)[number];
const ways = ["refuse", "freeze"] as const;

const stream = { namespace: "shop", pod: "web", container: "app", source: "current" as const };
const lines = ["2021-08-05T10:00:00Z error: no cake", "2021-08-05T10:00:01Z info: some bread"];
const parts = [objectsPart("resources", "shop", [pod("shop", "web")]), logsPart("shop", [{ stream, lines }])];

const proxies = new Map<Reached, TcpProxy>();
let installation: Installation;
let kubin: OneProcess;
let snapshotId: string;

beforeAll(async () => {
  for (const name of reached) proxies.set(name, await openTcpProxy(engines[name] ?? ""));
  installation = await newInstallation(engines);
  const through = Object.fromEntries(reached.map((name) => [name, by(name, installation.env[name] ?? "")]));
  kubin = await spawnOneProcess({ ...installation.env, ...through });
  snapshotId = (await uploadParts(kubin.url, parts)).ticket.id;
});
afterAll(async () => {
  await kubin?.[Symbol.asyncDispose]();
  await installation?.[Symbol.asyncDispose]();
  for (const proxy of proxies.values()) await proxy[Symbol.asyncDispose]();
});

/** The same address by way of the proxy. */
function by(name: Reached, address: string): string {
  const url = new URL(address);
  url.port = new URL(way(name).url).port;
  return url.href.replace(/\/$/, "");
}

function way(name: Reached): TcpProxy {
  const proxy = proxies.get(name);
  if (!proxy) throw new Error(`there is no proxy for ${name}`);
  return proxy;
}

const client = () => createClient({ server: kubin.url });
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "an answer",
    (error: unknown) => toKubinError(error, kubin.url),
  );
const resources = () => client().metadata.resources.query({ snapshotId, limit: 10 });
const linesFound = async () =>
  (await client().query.searchLogs.query({ snapshotId, query: '"cake"', limit: 10 })).lines;

interface Ready {
  ready: boolean;
  dependencies: Record<string, { state: string }>;
}
async function ready(url = kubin.url) {
  const answer = await fetch(`${url}/readyz`);
  const { dependencies } = (await answer.json()) as Ready;
  return {
    status: answer.status,
    away: Object.keys(dependencies).filter((name) => dependencies[name]?.state !== "up"),
  };
}
async function openDatabase(url: string) {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  return {
    count: async (table: "outbox") => Number((await database.query(`SELECT count(*) FROM ${table}`)).rows[0]?.count),
    [Symbol.asyncDispose]: () => database.end(),
  };
}
const allUp = { status: 200, away: [] };

describe.each(ways)("%s", (how) => {
  const takeAway = async (name: Reached) => way(name)[how]();
  beforeEach(() => expect.poll(() => ready(), { timeout: 60_000 }).toEqual(allUp));
  afterEach(async () => {
    for (const proxy of proxies.values()) await proxy.pass();
  });

  it("Redis: everything is answered, and nobody waits for it once it is known to be away", async () => {
    await takeAway("REDIS_URL");
    expect((await client().analytics.overview.query({ snapshotId })).snapshot.id).toBe(snapshotId);
    expect((await resources()).items).toHaveLength(1);
    expect(await linesFound()).toHaveLength(1);
    await expect.poll(() => ready(), { timeout: 30_000 }).toEqual({ status: 200, away: ["cache"] });
    await way("REDIS_URL").pass();
    await expect.poll(() => ready(), { timeout: 60_000 }).toEqual(allUp);
  });

  it("ClickHouse: the objects are there, log views say why they are not, and come back by themselves", async () => {
    await takeAway("CLICKHOUSE_URL");
    const away = { code: "UNAVAILABLE", message: expect.stringContaining("The log engine") };
    const [found, overview, events, streams, timeline, search, view] = await Promise.all([
      resources(),
      client().analytics.overview.query({ snapshotId }),
      client().metadata.events.query({ snapshotId, limit: 10 }),
      client().query.streams.query({ snapshotId, limit: 10 }),
      client().analytics.timeline.query({ snapshotId, buckets: 10 }),
      failureOf(linesFound()),
      failureOf(client().query.viewLog.query({ snapshotId, stream, from: 0, limit: 10 })),
    ]);
    expect(found.items).toHaveLength(1);
    expect([overview.snapshot.state, events.total, streams.items.length]).toEqual(["COMPLETED", 0, 1]);
    expect(timeline.incomplete).toContain("The log engine");
    expect([search, view]).toEqual([expect.objectContaining(away), expect.objectContaining(away)]);
    await expect.poll(() => ready(), { timeout: 30_000 }).toEqual({ status: 200, away: ["logs"] });
    // What is uploaded meanwhile waits for it, and is all there in the end.
    const logged = kubin.log().length;
    const uploading = uploadParts(kubin.url, [logsPart("shop", [{ stream, lines: [...lines, "the last line"] }])]);
    const since = () => kubin.log().slice(logged);
    await expect.poll(since, { timeout: 60_000 }).toContain("an engine is away; background work waits");
    await way("CLICKHOUSE_URL").pass();
    const { snapshot } = await uploading;
    expect(snapshot).toMatchObject({ state: "COMPLETED", partial: false, counts: { logLines: 3 } });
    expect(await client().query.countLogs.query({ snapshotId: snapshot.id, query: "" })).toMatchObject({ lines: 3 });
    expect(await linesFound()).toHaveLength(1);
    const metrics = await (await fetch(`${kubin.url}/metrics`)).text();
    for (const state of ["open", "closed"]) {
      expect(metrics).toContain(`kubin_dependency_breaker_total{dependency="logs",state="${state}"}`);
    }
  });

  it("S3: downloads say why, an upload waits and goes on", async () => {
    await takeAway("S3_ENDPOINT");
    expect(await failureOf(client().storage.downloads.query({ snapshotId }))).toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("The object store does not answer"),
    });
    expect((await resources()).items).toHaveLength(1);
    expect(await linesFound()).toHaveLength(1);
    await expect.poll(() => ready(), { timeout: 30_000 }).toEqual({ status: 200, away: ["objects"] });
    const waited: (string | undefined)[] = [];
    const uploading = uploadBundle({
      server: kubin.url,
      begin: { name: "while S3 is away", layout: "test", manifestVersion },
      parts: (async function* () {
        yield* parts;
      })(),
      manifest: () => manifestOf(parts),
      onProgress: ({ waiting }) => void waited.push(waiting),
    });
    // Signing needs no store: both parts are on their way.
    if (how === "refuse") {
      const words = expect.stringMatching(/^Cannot reach the object store at .*nothing listens there/);
      await expect.poll(() => waited, { timeout: 30_000 }).toContainEqual(words);
    } else await expect.poll(() => waited.length, { timeout: 30_000 }).toBeGreaterThan(0);
    await way("S3_ENDPOINT").pass();
    const { ticket, progress } = await uploading;
    expect(progress).toMatchObject({ partsStored: 2, waiting: undefined });
    const state = async () => (await client().metadata.get.query({ snapshotId: ticket.id })).state;
    await expect.poll(state, { timeout: 60_000 }).toBe("COMPLETED");
    const { items } = await client().storage.downloads.query({ snapshotId });
    expect((await fetch(items[0]?.url ?? "")).status).toBe(200);
  });

  it("Kafka: snapshots are completed without it; its events wait and go out when it is back", async () => {
    await using own = await newInstallation(engines);
    await using broker = await openTcpProxy(`kafka://${engines.KAFKA_BROKERS}`);
    await broker[how]();
    await using process = await spawnOneProcess({ ...own.env, KAFKA_BROKERS: new URL(broker.url).host });
    const { snapshot } = await uploadParts(process.url, parts);
    expect(snapshot).toMatchObject({ state: "COMPLETED", partial: false, counts: { objects: 1, logLines: 2 } });
    await expect.poll(() => ready(process.url), { timeout: 30_000 }).toEqual({ status: 200, away: ["bus"] });
    await broker.pass();
    await expect.poll(() => ready(process.url), { timeout: 90_000 }).toEqual(allUp);
    await using database = await openDatabase(own.env.DATABASE_URL ?? "");
    await expect.poll(() => database.count("outbox"), { timeout: 90_000 }).toBe(0);
  });

  it("PostgreSQL: 503 with the time to come again, never a wrong answer, then the same answers as before", async () => {
    const before = await resources();
    await takeAway("DATABASE_URL");
    const input = encodeURIComponent(JSON.stringify({ snapshotId, limit: 10 }));
    const paths = [`/trpc/metadata.resources?input=${input}`, `/api/v1/snapshots/${snapshotId}`, "/readyz"];
    const answers = await Promise.all(paths.map((path) => fetch(`${kubin.url}${path}`)));
    expect(answers.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual(
      paths.map(() => [503, "5"]),
    );
    expect(await failureOf(client().upload.begin.mutate({ name: "x", layout: "test", manifestVersion }))).toMatchObject(
      {
        code: "UNAVAILABLE",
      },
    );
    await way("DATABASE_URL").pass();
    await expect.poll(() => ready(), { timeout: 90_000 }).toEqual(allUp);
    expect(await resources()).toEqual(before);
    const { snapshot } = await uploadParts(kubin.url, parts);
    expect(snapshot).toMatchObject({ state: "COMPLETED", counts: { objects: 1, logLines: 2 } });
  });
});
