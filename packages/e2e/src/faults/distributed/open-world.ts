import { z } from "zod";
import { newInstallation } from "../../distributed/new-installation.ts";
import { freePort, type Spawned, serverArgs, spawnNode, until } from "../../testbed/processes.ts";
import { type OwnEngines, type Strike, startOwnEngines } from "./own-engines.ts";

/** A process of Kubin that can be killed and started again in its place. */
export interface KubinServer {
  url: string;
  start(): Promise<void>;
  strike(how: Strike): Promise<void>;
  /** All that it wrote, over all its lives. */
  log(): string;
}

/** The distributed profile: two processes that answer callers and two that work, on engines of their own. */
export interface FaultWorld extends AsyncDisposable {
  engines: OwnEngines;
  gateways: [KubinServer, KubinServer];
  workers: [KubinServer, KubinServer];
  /** Begins the names of its topics. */
  prefix: string;
  log(): string;
}

interface Options {
  /** See `startOwnEngines`. */
  storeBytes?: number;
  /** More of Kubin's environment, made of the prefix of its topics. */
  env?: (prefix: string) => Record<string, string>;
}

export async function openFaultWorld({ storeBytes, env: more }: Options = {}): Promise<FaultWorld> {
  const engines = await startOwnEngines(storeBytes === undefined ? {} : { storeBytes });
  const { env: own } = await newInstallation(engines.environment);
  const prefix = own.KAFKA_PREFIX ?? "";
  const env = { ...own, ...more?.(prefix) };
  const server = async (roles: string): Promise<KubinServer> =>
    kubinServer({ ...env, KUBIN_ROLES: roles, KUBIN_PORT: String(await freePort()) });
  const callers = "gateway,query,upload";
  const gateways: FaultWorld["gateways"] = [await server(callers), await server(callers)];
  const workers: FaultWorld["workers"] = [await server("worker"), await server("worker")];
  const all = [...gateways, ...workers];
  const close = async (): Promise<void> => {
    await Promise.all(all.map((one) => one.strike("crash")));
    await engines[Symbol.asyncDispose]();
  };
  try {
    await Promise.all(all.map((one) => one.start()));
  } catch (error) {
    await close();
    throw error;
  }
  const log = () => all.map((one) => one.log()).join("");
  return { engines, gateways, workers, prefix, log, [Symbol.asyncDispose]: close };
}

const signals: Record<Strike, NodeJS.Signals> = { crash: "SIGKILL", freeze: "SIGSTOP", thaw: "SIGCONT" };

function kubinServer(env: Record<string, string>): KubinServer {
  const url = `http://127.0.0.1:${env.KUBIN_PORT}`;
  const lives: Spawned[] = [];
  return {
    url,
    async start() {
      const life = spawnNode(serverArgs, env);
      lives.push(life);
      // Not whether all is well: what is struck next, or slow, is none of its start.
      await until(async () => (await askReady(url))?.ok === true, {
        what: () => `${env.KUBIN_ROLES} to be ready\n${life.stderr()}`,
        timeoutMs: 120_000,
        stopped: () => life.child.exitCode !== null,
      });
    },
    async strike(how) {
      lives.at(-1)?.child.kill(signals[how]);
      if (how === "crash") await lives.at(-1)?.ended;
    },
    log: () => lives.map(({ stderr }) => stderr()).join(""),
  };
}

const Ready = z.object({ dependencies: z.record(z.string(), z.object({ state: z.string() })) });

/** Whether the process answers, and all that it depends on. */
export async function isWell(url: string): Promise<boolean> {
  const answer = await askReady(url);
  if (!answer?.ok) return false;
  const { dependencies } = Ready.parse(await answer.json());
  return Object.values(dependencies).every(({ state }) => state === "up");
}

async function askReady(url: string): Promise<Response | undefined> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
}
