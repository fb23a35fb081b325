import { createClient } from "@kubin/client";
import { answeringEngines } from "../../../infra/engines/answering-engines.ts";
import { newInstallation } from "../src/distributed/new-installation.ts";
import { freePort, peakMemory, sample, serverArgs, spawnCli, spawnNode, until } from "../src/testbed/processes.ts";
import { askMetadata } from "./ask-metadata.ts";
import { cpuSeconds } from "./cpu-seconds.ts";
import { megabytes } from "./figures.ts";

/** What the must-gather of the samples takes in each engine of the distributed profile, per million lines and 10,000 objects. */
export async function size(): Promise<void> {
  await using installation = await newInstallation(await answeringEngines());
  const { env } = installation;
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = spawnNode(serverArgs, { ...env, KUBIN_PORT: new URL(url).port });
  try {
    await until(async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true, {
      what: () => `the server to be ready\n${server.stderr()}`,
      timeoutMs: 60_000,
    });
    const before = { metadata: await metadataBytes(env), cpu: await cpuSeconds(server.child.pid) };
    const cli = spawnCli(["import", sample, "--server", url, "--wait", "--output", "json"]);
    if ((await cli.ended) !== 0) throw new Error(cli.stderr());
    const { id: snapshotId } = JSON.parse(cli.stdout().split("\n")[0] ?? "") as { id: string }; // first line of --output json
    const client = createClient({ server: url });
    const { counts } = await client.metadata.get.query({ snapshotId });
    const { items } = await client.storage.downloads.query({ snapshotId });
    const stored = (isLogs: boolean) =>
      items.filter(({ type }) => (type === "logs") === isLogs).reduce((sum, one) => sum + one.size, 0);
    const perLines = (bytes: number) => megabytes((bytes / counts.logLines) * 1_000_000);
    const perObjects = (bytes: number) => megabytes((bytes / counts.objects) * 10_000);
    console.log(`${counts.objects} objects, ${counts.logLines} lines`);
    console.log(
      `per million lines:  ClickHouse ${perLines(await lineBytes(env))}, object store ${perLines(stored(true))}`,
    );
    console.log(
      `per 10,000 objects: PostgreSQL ${perObjects((await metadataBytes(env)) - before.metadata)}, object store ${perObjects(stored(false))}`,
    );
    const cpu = (await cpuSeconds(server.child.pid)) - before.cpu;
    const peak = megabytes(await peakMemory(server.child.pid ?? 0));
    console.log(`Kubin's process: ${cpu.toFixed(1)} s of CPU for all of it, peak memory ${peak}`);
  } finally {
    server.child.kill("SIGTERM");
    await server.ended;
  }
}

function metadataBytes(env: Readonly<Record<string, string>>): Promise<number> {
  return askMetadata(env, "SELECT pg_database_size(current_database())");
}

/** Compressed, with the index of words, after merges that have happened so far. */
async function lineBytes(env: Readonly<Record<string, string>>): Promise<number> {
  const url = new URL(env.CLICKHOUSE_URL ?? "");
  url.searchParams.set("database", url.pathname.slice(1));
  url.pathname = "/";
  const body =
    "SELECT toString(sum(bytes_on_disk)) FROM system.parts WHERE active AND database = currentDatabase() AND table LIKE 'log_lines%' FORMAT TSV";
  const answer = await fetch(url, { method: "POST", body });
  if (!answer.ok) throw new Error(await answer.text());
  return Number(await answer.text());
}
