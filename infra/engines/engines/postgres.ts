import { chown, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Launch, Place } from "../engine.ts";
import { aptInstall } from "../install/apt-install.ts";
import { ports } from "../ports.ts";
import { isTaken } from "../process/ask-port.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";

const debian = "/usr/lib/postgresql";

/** PostgreSQL. No password: the port is open to this machine alone, and holds what tests made. */
export const postgres: Engine = {
  name: "postgres",
  about: "PostgreSQL, the metadata",
  ports: [ports.postgres],
  needs: [],
  install: installPostgres,
  async prepare(place) {
    const { bin, user } = await server();
    const data = join(place.run, "data");
    if (!(await exists(join(data, "PG_VERSION")))) {
      if (user) await chown(place.run, user.uid, user.gid);
      const options = ["--auth=trust", "--username=kubin", "--encoding=UTF8", "--locale=C.UTF-8"];
      await run(join(bin, "initdb"), ["--pgdata", data, ...options], { user });
    }
    return [await postgresServer(place, ports.postgres)];
  },
  ask: () => askPostgres(ports.postgres, "SELECT 1"),
  environment: () => ({ DATABASE_URL: `${addressOf(ports.postgres)}/postgres` }),
};

/** A streaming standby of the one above that answers reads. Copied anew at each start: the WAL it lacks may be gone. */
export const postgresReplica: Engine = {
  name: "postgres-replica",
  about: "a read replica of that PostgreSQL",
  ports: [ports.postgresReplica],
  needs: ["postgres"],
  install: installPostgres,
  async prepare(place) {
    const data = join(place.run, "data");
    if (!(await isTaken(ports.postgresReplica))) {
      const { bin, user } = await server();
      if (user) await chown(place.run, user.uid, user.gid);
      await rm(data, { recursive: true, force: true });
      const from = ["--host=127.0.0.1", `--port=${ports.postgres}`, "--username=kubin"];
      const how = ["--write-recovery-conf", "--checkpoint=fast", "--no-sync"];
      await run(join(bin, "pg_basebackup"), ["--pgdata", data, ...from, ...how], { user });
    }
    return [await postgresServer(place, ports.postgresReplica)];
  },
  ask: () => askPostgres(ports.postgresReplica, "SELECT 1 / pg_is_in_recovery()::int"),
  // Without a database: that of DATABASE_URL is meant.
  environment: () => ({ DATABASE_REPLICA_URLS: addressOf(ports.postgresReplica) }),
};

function addressOf(port: number): string {
  return `postgresql://kubin@127.0.0.1:${port}`;
}

async function installPostgres(_place: unknown, say: (words: string) => void): Promise<void> {
  if ((await binaries()) === undefined) await aptInstall(["postgresql"], say);
}

async function postgresServer(place: Place, port: number): Promise<Launch> {
  const { bin, user } = await server();
  // Data of tests need not outlive the machine.
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${place.run}`,
    "fsync=off",
    "max_connections=200",
    // How soon a replica follows a primary that was started again.
    "wal_retrieve_retry_interval=500ms",
  ];
  const args = ["-D", join(place.run, "data"), "-p", String(port), ...settings.flatMap((one) => ["-c", one])];
  return { command: join(bin, "postgres"), args, ...(user && { user }), stopSignal: "SIGINT" };
}

async function askPostgres(port: number, question: string): Promise<void> {
  const { bin } = await server();
  const address = ["--host=127.0.0.1", `--port=${port}`, "--username=kubin"];
  await run(join(bin, "psql"), [...address, "--dbname=postgres", `--command=${question}`]);
}

async function server(): Promise<{ bin: string; user: { uid: number; gid: number } | undefined }> {
  return { bin: (await binaries()) ?? debian, user: await serverUser() };
}

/** Newest of Debian's, else whatever PATH has. */
async function binaries(): Promise<string | undefined> {
  const versions = await readdir(debian).catch(() => []);
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, "bin"));
  const initdb = await findCommand("initdb", folders);
  return initdb?.slice(0, -"/initdb".length);
}

/** PostgreSQL refuses to run as root: Debian's package brings a user for it. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (which) => Number(await run("id", [which, "postgres"]))));
  if (uid === undefined || gid === undefined) throw new Error("There is no user postgres.");
  return { uid, gid };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
