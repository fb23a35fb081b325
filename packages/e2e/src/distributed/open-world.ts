import { fileURLToPath } from "node:url";
import { createClient, uploadBundle } from "@kubin/client";
import { manifestVersion, type UploadTicket } from "@kubin/schema";
import pg from "pg";
import { type MadePart, manifestOf } from "../testbed/make-parts.ts";
import { freePort, type Spawned, serverArgs, spawnNode, until } from "../testbed/processes.ts";
import { newInstallation } from "./new-installation.ts";

export interface Process extends Spawned {
  url: string;
  pid: number;
}

/** A database, bucket and topics of their own on the real engines, and processes of Kubin over them, started one by one. */
export interface World extends AsyncDisposable {
  env: Readonly<Record<string, string>>;
  /** Resolves when it listens. `program`: another than the real server, which tells so as it does. */
  start(roles: string, other?: { program?: string[]; env?: Record<string, string> }): Promise<Process>;
  /** Runs `kubin-server` with these arguments to its end. */
  run(args: string[], env?: Record<string, string>): Promise<{ code: number | string; stdout: string; stderr: string }>;
  rows<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
}

/** A server whose leases last four seconds, where the real one's last a minute. */
export const shortLeases = [...serverArgs.slice(0, -1), fileURLToPath(new URL("./short-leases.ts", import.meta.url))];

export async function openWorld(engines: Readonly<Record<string, string>>): Promise<World> {
  const installation = await newInstallation(engines);
  const { env } = installation;
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 2 });
  pool.on("error", () => {});
  const started: Process[] = [];
  return {
    env,
    async start(roles, { program = serverArgs, env: more = {} } = {}) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const spawned = spawnNode(program, { ...env, ...more, KUBIN_ROLES: roles, KUBIN_PORT: String(port) });
      const process = { ...spawned, url, pid: spawned.child.pid ?? 0 };
      started.push(process);
      // Not /readyz: that is about the engines, which others may keep busy.
      await until(() => spawned.stdout().includes("listens on"), {
        what: () => `${roles} to listen\n${spawned.stderr()}`,
        timeoutMs: 120_000,
        stopped: () => spawned.child.exitCode !== null,
      });
      return process;
    },
    async run(args, more = {}) {
      const { ended, stdout, stderr } = spawnNode([...serverArgs, ...args], { ...env, ...more });
      const code = await ended;
      return { code, stdout: stdout(), stderr: stderr() };
    },
    async rows(sql, values = []) {
      return (await pool.query(sql, values)).rows;
    },
    async [Symbol.asyncDispose]() {
      for (const { child } of started) {
        child.kill("SIGCONT");
        child.kill("SIGTERM");
      }
      await Promise.all(started.map(({ ended }) => ended));
      await pool.end();
      await installation[Symbol.asyncDispose]();
    },
  };
}

/** Sends the parts and their manifest, and does not wait for them to be indexed. */
export async function send(server: string, parts: MadePart[]): Promise<UploadTicket> {
  const { ticket } = await uploadBundle({
    server,
    begin: { name: "test", layout: "test", manifestVersion },
    parts: (async function* () {
      yield* parts;
    })(),
    manifest: () => manifestOf(parts),
  });
  return ticket;
}

export async function countLines(server: string, snapshotId: string, query = ""): Promise<number> {
  return (await createClient({ server }).query.countLogs.query({ snapshotId, query })).lines;
}
