import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { version } from "./version.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const fromSource = ["--import", "tsx", "--conditions=@kubin/source"];
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "kubin-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** First starts make two databases, beside whatever else the machine does. */
const startTimeoutMs = 100_000;

type Env = Record<string, string>;

/** Runs the command to its end. */
function run(args: string[], env: Env = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { env: { HOME: dataDir, ...env } };
    execFile(process.execPath, [...fromSource, main, ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

/** Starts the command with a channel to this process; resolves when it listens. */
async function start(env: Env): Promise<{ server: ChildProcess; url: string }> {
  const server = fork(main, [], {
    execArgv: fromSource,
    env: { HOME: dataDir, KUBIN_PORT: "0", KUBIN_DATA_DIR: dataDir, KUBIN_LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let said = "";
  server.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  await vi.waitFor(() => expect(said).toMatch(/listens on http/), startTimeoutMs);
  return { server, url: /listens on (\S+)/.exec(said)?.[1] ?? "" };
}

/** Processes below `pid`, from /proc; empty elsewhere than on Linux. */
async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const direct = text.split(" ").filter(Boolean).map(Number);
  return [...direct, ...(await Promise.all(direct.map(childrenOf))).flat()];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it("explains itself", async () => {
  const help = await run(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("KUBIN_DATA_DIR");
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `kubin-server ${version}\n`, stderr: "" });
  const unknown = await run(["--prot"]);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain("--prot");
});

it("names all that is wrong with its settings, with exit code 2", async () => {
  const { code, stderr } = await run([], { KUBIN_PORT: "x", KUBIN_HOST: "0.0.0.0", KUBIN_FOO: "1" });
  expect(code).toBe(2);
  for (const name of ["KUBIN_PORT", "KUBIN_HOST", "KUBIN_FOO"]) expect(stderr).toContain(name);
  expect(stderr).not.toContain("    at ");
});

it("says that the port is taken, and what the distributed profile lacks, without a password", async () => {
  const other = createServer();
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const port = String((other.address() as { port: number }).port);
  const taken = await run([], { KUBIN_PORT: port, KUBIN_DATA_DIR: dataDir });
  other.close();
  expect(taken.code).toBe(1);
  expect(taken.stderr).toMatch(new RegExp(`Port ${port} is taken.*KUBIN_PORT`));
  const profile = await run([], { KUBIN_PORT: "0", KUBIN_PROFILE: "distributed" });
  expect(profile.code).toBe(2);
  expect(profile.stderr).toContain("S3_BUCKET: expected the name of a bucket, and it is not set");
  const away = await run([], {
    KUBIN_PORT: "0",
    KUBIN_PROFILE: "distributed",
    DATABASE_URL: "postgresql://kubin:sesame@127.0.0.1:9/kubin",
    CLICKHOUSE_URL: "http://127.0.0.1:9",
    REDIS_URL: "redis://127.0.0.1:9",
    KAFKA_BROKERS: "127.0.0.1:9",
    S3_BUCKET: "kubin",
  });
  expect(away.code).toBe(1);
  expect(away.stderr).toContain("PostgreSQL does not answer.");
  expect(away.stderr).not.toContain("sesame");
});

it("stops cleanly on SIGTERM with its children, and refuses a folder in use before that", async () => {
  const { server, url } = await start({});
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), 20_000);
  const second = await run([], { KUBIN_PORT: "0", KUBIN_DATA_DIR: dataDir });
  expect(second.code).toBe(1);
  expect(second.stderr).toContain(dataDir);
  const children = await childrenOf(server.pid ?? 0);
  server.kill("SIGTERM");
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
  for (const pid of children) await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000);
});

it("ends with the process that started it", async () => {
  const { server } = await start({});
  server.disconnect();
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
});
