import { newInstallation } from "../distributed/new-installation.ts";
import { type Spawned, serverArgs, spawnNode, until } from "../testbed/processes.ts";
import { openBalancer } from "./open-balancer.ts";

export type Role = "gateway" | "query" | "upload" | "worker";

interface RoleProcess extends Spawned {
  role: Role;
  /** Its own address, past the balancer. */
  url: string;
}

export interface SpawnedDistributed extends AsyncDisposable {
  /** Address of the balancer before all processes, the only one that callers know. */
  url: string;
  processes: RoleProcess[];
  /** Settings that all processes share. */
  env: Readonly<Record<string, string>>;
  /** All that the processes wrote to stderr. */
  log(): string;
}

const perRole = 2;
const roles: readonly Role[] = ["gateway", "query", "upload", "worker"];

/** Two processes of each role behind a balancer, over engines with a database, bucket and topics of their own. */
export async function spawnDistributed(engines: Readonly<Record<string, string>>): Promise<SpawnedDistributed> {
  const installation = await newInstallation(engines);
  const balancer = await openBalancer();
  const env = { ...installation.env, KUBIN_PORT: "0", KUBIN_PUBLIC_URL: balancer.url };
  const processes: RoleProcess[] = [];
  const close = async () => {
    for (const { child } of processes) child.kill("SIGTERM");
    await Promise.all(processes.map(({ ended }) => ended));
    await balancer[Symbol.asyncDispose]();
    await installation[Symbol.asyncDispose]();
  };
  const start = async (role: Role): Promise<void> => {
    const process: RoleProcess = { ...spawnNode(serverArgs, { ...env, KUBIN_ROLES: role }), role, url: "" };
    processes.push(process);
    process.url = await addressOf(process);
    if (role !== "worker") balancer.add(role, process.url);
  };
  try {
    // All at once: whoever is first migrates, the others wait for it.
    await Promise.all(
      Array.from({ length: perRole }, () => roles)
        .flat()
        .map(start),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: balancer.url,
    processes,
    env,
    log: () => processes.map(({ stderr }) => stderr()).join(""),
    [Symbol.asyncDispose]: close,
  };
}

/** Where a process listens, once it is ready. */
async function addressOf({ role, child, stdout, stderr }: RoleProcess): Promise<string> {
  const address = () => /listens on (\S+)/.exec(stdout())?.[1];
  const ready = async () => {
    const url = address();
    return url !== undefined && (await fetch(`${url}/readyz`)).ok;
  };
  await until(ready, {
    what: () => `a process with the role ${role} to be ready\n${stderr()}`,
    timeoutMs: 120_000,
    stopped: () => child.exitCode !== null,
  });
  return address() ?? "";
}
