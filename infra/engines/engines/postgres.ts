import { chown, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "../engine.ts";
import { aptInstall } from "../install/apt-install.ts";
import { ports } from "../ports.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";

const debian = "/usr/lib/postgresql";

/** PostgreSQL. No password: the port is open to this machine alone, and holds what tests made. */
export const postgres: Engine = {
  name: "postgres",
  about: "PostgreSQL, the metadata",
  ports: [ports.postgres],
  needs: [],
  async install(_place, say) {
    if ((await binaries()) === undefined) await aptInstall(["postgresql"], say);
  },
  async prepare(place) {
    const bin = (await binaries()) ?? debian;
    const user = await serverUser();
    const data = join(place.run, "data");
    if (!(await exists(join(data, "PG_VERSION")))) {
      if (user) await chown(place.run, user.uid, user.gid);
      const options = ["--auth=trust", "--username=kubin", "--encoding=UTF8", "--locale=C.UTF-8"];
      await run(join(bin, "initdb"), ["--pgdata", data, ...options], { user });
    }
    // Data of tests need not outlive the machine.
    const settings = [
      "listen_addresses=127.0.0.1",
      `unix_socket_directories=${place.run}`,
      "fsync=off",
      "max_connections=200",
    ];
    const args = ["-D", data, "-p", String(ports.postgres), ...settings.flatMap((one) => ["-c", one])];
    return [{ command: join(bin, "postgres"), args, ...(user && { user }), stopSignal: "SIGINT" }];
  },
  async ask() {
    const bin = (await binaries()) ?? debian;
    const address = ["--host=127.0.0.1", `--port=${ports.postgres}`, "--username=kubin"];
    await run(join(bin, "psql"), [...address, "--dbname=postgres", "--command=SELECT 1"]);
  },
  environment: () => ({ DATABASE_URL: `postgresql://kubin@127.0.0.1:${ports.postgres}/postgres` }),
};

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
