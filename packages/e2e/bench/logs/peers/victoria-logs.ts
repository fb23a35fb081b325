import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { buildVictoriaLogs } from "../../../../../infra/engines/install/build-victoria-logs.ts";
import { cacheFolder } from "../../../../../infra/engines/places.ts";
import { freePort, spawnCommand, until } from "../../../src/testbed/processes.ts";

export interface VictoriaLogs extends AsyncDisposable {
  pid(): number | undefined;
  /** Takes JSON lines as `writeJsonLines` makes them, as one run; resolves when they can be found. */
  insert(file: string, run: string): Promise<void>;
  /** The answer of a LogsQL query, a JSON text a line. */
  query(logsQl: string): Promise<string[]>;
  /** Of a query that ends in `| stats count() lines`. */
  count(logsQl: string): Promise<number>;
}

/** The peer, empty, on a port of its own. Built where it is missing. */
export async function openVictoriaLogs(folder: string): Promise<VictoriaLogs> {
  const command = await buildVictoriaLogs({ cache: cacheFolder() }, (words) => console.log(`  ${words}`));
  const dir = await mkdtemp(join(folder, "victoria-logs-"));
  const address = `127.0.0.1:${await freePort()}`;
  const args = [`-storageDataPath=${dir}`, `-httpListenAddr=${address}`, "-retentionPeriod=100y"];
  const spawned = spawnCommand(command, args, {});
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`http://${address}${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`VictoriaLogs: ${answer.status} ${text}`);
    return text;
  };
  await until(() => ask("/health").then(isOk, isNotOk), {
    what: () => `VictoriaLogs\n${spawned.stderr()}`,
    timeoutMs: 30_000,
    stopped: () => spawned.child.exitCode !== null,
  }).catch((error: unknown) => {
    spawned.child.kill("SIGTERM");
    throw error;
  });
  const query = async (logsQl: string) => {
    const text = await ask("/select/logsql/query", { method: "POST", body: new URLSearchParams({ query: logsQl }) });
    return text.split("\n").filter((line) => line !== "");
  };
  return {
    pid: () => spawned.child.pid,
    insert: async (file, run) => {
      const fields = "_stream_fields=run,namespace,pod,container,source&_time_field=at&_msg_field=message";
      await sendFile(`http://${address}/insert/jsonline?${fields}&extra_fields=run=${run}`, file);
      await ask("/internal/force_flush");
    },
    query,
    count: async (logsQl) => Number((JSON.parse((await query(logsQl))[0] ?? "{}") as { lines?: string }).lines),
    [Symbol.asyncDispose]: async () => {
      spawned.child.kill("SIGTERM");
      await spawned.ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Not by `fetch`, whose streams cost more than the peer takes. */
async function sendFile(url: string, file: string): Promise<void> {
  const sending = request(url, { method: "POST" });
  const answered = once(sending, "response") as Promise<[IncomingMessage]>;
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), sending);
  const [answer] = await answered;
  answer.resume();
  if (answer.statusCode !== 200) throw new Error(`VictoriaLogs takes no lines: ${answer.statusCode}`);
}

const isOk = (): boolean => true;
const isNotOk = (): boolean => false;
