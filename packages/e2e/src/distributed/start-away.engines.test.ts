import { createClient, toKubinError } from "@kubin/client";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { logsPart, objectsPart, pod } from "../testbed/make-parts.ts";
import { uploadParts } from "../testbed/upload-parts.ts";
import { openWorld, type Process, type World } from "./open-world.ts";
import { openTcpProxy, type TcpProxy } from "./tcp-proxy.ts";

// A process that starts while an engine is away, for it alone, behind a proxy. Nothing is there yet: no database in
// ClickHouse, no bucket, so that whatever came too early would fail.
const engines = inject("engines");
type Reached = "CLICKHOUSE_URL" | "S3_ENDPOINT";
const allRoles = "gateway,query,upload,worker";
/** Of `pg_advisory_lock`, as processes prepare engines under. */
const lock = "461464795502";

const stream = { namespace: "shop", pod: "web", container: "app", source: "current" as const };
const parts = [
  objectsPart("resources", "shop", [pod("shop", "web")]),
  logsPart("shop", [{ stream, lines: ["2021-08-05T10:00:00Z error: no cake", "2021-08-05T10:00:01Z info: bread"] }]),
];

/** The same address by way of the proxy. */
function through(proxy: TcpProxy, address: string): string {
  const url = new URL(address);
  url.port = new URL(proxy.url).port;
  return url.href.replace(/\/$/, "");
}

const startBehind = (opts: { world: World; name: Reached; proxy: TcpProxy }): Promise<Process> => {
  const { world, name, proxy } = opts;
  return world.start(allRoles, { env: { [name]: through(proxy, world.env[name] ?? "") } });
};

async function ready(url: string) {
  const answer = await fetch(`${url}/readyz`);
  const { dependencies } = (await answer.json()) as { dependencies: Record<string, { state: string }> };
  return {
    status: answer.status,
    away: Object.keys(dependencies).filter((name) => dependencies[name]?.state !== "up"),
  };
}

const failureOf = (server: string, asked: Promise<unknown>) =>
  asked.then(
    () => "an answer",
    (error: unknown) => toKubinError(error, server),
  );

/** How often the process said so. */
const said = ({ stderr }: Process, text: string): number => stderr().split(text).length - 1;
const withoutOne = "starting without a dependency";

async function openDatabase(world: World): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: world.env.DATABASE_URL });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

describe.each(["refuse", "freeze"] as const)("an engine that is away (%s) at the start", (how) => {
  it("ClickHouse: objects are served, log views say why not, and the logs are there by themselves later", async () => {
    await using world = await openWorld(engines);
    await using proxy = await openTcpProxy(engines.CLICKHOUSE_URL ?? "");
    await proxy[how]();
    const kubin = await startBehind({ world, name: "CLICKHOUSE_URL", proxy });
    const client = createClient({ server: kubin.url });
    await expect.poll(() => ready(kubin.url), { timeout: 30_000 }).toEqual({ status: 200, away: ["logs"] });

    let snapshotId = "";
    const uploading = uploadParts(kubin.url, parts);
    await expect
      .poll(
        async () => {
          snapshotId = (await client.metadata.list.query({ limit: 1 })).items[0]?.id ?? "";
          return (await client.metadata.resources.query({ snapshotId, limit: 10 })).items.length;
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    const search = () => client.query.searchLogs.query({ snapshotId, query: '"cake"', limit: 10 });
    expect(await failureOf(kubin.url, search())).toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("The log engine does not answer now"),
    });
    await expect.poll(kubin.stderr, { timeout: 60_000 }).toContain("an engine is away; background work waits");
    // Whoever backs off holds up nobody.
    await using database = await openDatabase(world);
    expect((await database.query(`SELECT pg_try_advisory_lock(${lock}) AS free`)).rows).toEqual([{ free: true }]);
    await database.query(`SELECT pg_advisory_unlock(${lock})`);

    await proxy.pass();
    const { snapshot } = await uploading;
    expect(snapshot).toMatchObject({ state: "COMPLETED", partial: false, counts: { objects: 1, logLines: 2 } });
    expect((await search()).lines).toHaveLength(1);
    await expect.poll(() => ready(kubin.url), { timeout: 30_000 }).toEqual({ status: 200, away: [] });
    expect([said(kubin, withoutOne), said(kubin, "a dependency is prepared")]).toEqual([1, 1]);
  });

  it("S3: downloads say why not, an upload waits and goes through", async () => {
    await using world = await openWorld(engines);
    await using proxy = await openTcpProxy(engines.S3_ENDPOINT ?? "");
    await proxy[how]();
    const kubin = await startBehind({ world, name: "S3_ENDPOINT", proxy });
    const client = createClient({ server: kubin.url });
    await expect.poll(() => ready(kubin.url), { timeout: 30_000 }).toEqual({ status: 200, away: ["objects"] });

    const uploading = uploadParts(kubin.url, parts);
    const listed = async () => (await client.metadata.list.query({ limit: 1 })).items.map(({ id }) => id);
    await expect.poll(listed, { timeout: 60_000 }).toHaveLength(1);
    const [snapshotId = ""] = await listed();
    const downloads = () => client.storage.downloads.query({ snapshotId });
    expect(await failureOf(kubin.url, downloads())).toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("The object store does not answer now"),
    });

    await proxy.pass();
    const { snapshot } = await uploading;
    expect(snapshot).toMatchObject({ state: "COMPLETED", partial: false, counts: { objects: 1, logLines: 2 } });
    expect((await fetch((await downloads()).items[0]?.url ?? "")).status).toBe(200);
    await expect.poll(() => ready(kubin.url), { timeout: 30_000 }).toEqual({ status: 200, away: [] });
    expect([said(kubin, withoutOne), said(kubin, "a dependency is prepared")]).toEqual([1, 1]);
  });

  it("a process that prepares it in the background stops when it is told to", async () => {
    await using world = await openWorld(engines);
    await using proxy = await openTcpProxy(engines.CLICKHOUSE_URL ?? "");
    await proxy[how]();
    const kubin = await startBehind({ world, name: "CLICKHOUSE_URL", proxy });
    kubin.child.kill("SIGTERM");
    expect(await kubin.ended).toBe(0);
  });
});

it("engines that answer, but are not prepared yet, are left alone", async () => {
  await using world = await openWorld(engines);
  await using holder = await openDatabase(world);
  await holder.query(`SELECT pg_advisory_lock(${lock})`);
  const kubin = await world.start(allRoles);
  await expect.poll(() => ready(kubin.url), { timeout: 30_000 }).toEqual({ status: 200, away: ["logs", "objects"] });
  const client = createClient({ server: kubin.url });
  const uploading = uploadParts(kubin.url, parts);
  const begun = async () => (await client.metadata.list.query({ limit: 1 })).items.map(({ id }) => id);
  await expect.poll(begun, { timeout: 30_000 }).toHaveLength(1);
  const [snapshotId = ""] = await begun();
  const search = client.query.searchLogs.query({ snapshotId, query: '"cake"', limit: 10 });
  expect(await failureOf(kubin.url, search)).toMatchObject({ code: "UNAVAILABLE" });
  const { origin, pathname } = new URL(world.env.CLICKHOUSE_URL ?? "");
  const sql = `SELECT count() FROM system.databases WHERE name = '${pathname.slice(1)}'`;
  expect((await (await fetch(`${origin}/?query=${encodeURIComponent(sql)}`)).text()).trim()).toBe("0");
  expect(said(kubin, withoutOne)).toBe(2);

  await holder.query(`SELECT pg_advisory_unlock(${lock})`);
  expect((await uploading).snapshot).toMatchObject({ state: "COMPLETED", partial: false, counts: { logLines: 2 } });
  await expect.poll(() => ready(kubin.url), { timeout: 30_000 }).toEqual({ status: 200, away: [] });
});

describe("what does not pass by itself ends the start, with what is to be mended and no password", () => {
  // ClickHouse of the engines takes any user: what it says to a wrong one is in prepare-logs.test.ts.
  it("PostgreSQL", async () => {
    await using world = await openWorld(engines);
    const { host } = new URL(world.env.DATABASE_URL ?? "");
    const DATABASE_URL = `postgresql://kubin:sesame@${host}/nowhere`;
    const { code, stderr } = await world.run([], { DATABASE_URL, KUBIN_PORT: "0" });
    expect([code, stderr]).toEqual([2, expect.stringContaining("PostgreSQL refuses DATABASE_URL")]);
    expect(stderr).not.toContain("sesame");
  });

  it("S3", async () => {
    await using world = await openWorld(engines);
    const { code, stderr } = await world.run([], { S3_SECRET_ACCESS_KEY: "sesame-sesame", KUBIN_PORT: "0" });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`The object store refuses the bucket`)]);
    expect(stderr).not.toContain("sesame");
  });
});
