import { freePort, type Spawned, serverArgs, spawnNode, until } from "../testbed/processes.ts";

export interface OneProcess extends AsyncDisposable {
  url: string;
  /** What it wrote to stderr. */
  log(): string;
}

/** A process with all roles; resolves once it takes requests. */
export async function spawnOneProcess(env: Readonly<Record<string, string>>): Promise<OneProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const spawned: Spawned = spawnNode(serverArgs, { ...env, KUBIN_PORT: String(port) });
  await until(async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true, {
    what: () => `a process of the distributed profile to be ready\n${spawned.stderr()}`,
    timeoutMs: 120_000,
    stopped: () => spawned.child.exitCode !== null,
  });
  return {
    url,
    log: spawned.stderr,
    async [Symbol.asyncDispose]() {
      spawned.child.kill("SIGTERM");
      await spawned.ended;
    },
  };
}
