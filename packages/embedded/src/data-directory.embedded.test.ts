import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDataDirectory } from "./data-directory/open-data-directory.ts";
import { startLogEngine } from "./log-engine/start-log-engine.ts";
import { silentLog } from "./testing/silent-log.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const loader = new URL("./engine/run-from-source.mjs", import.meta.url).href;
const holder = fileURLToPath(new URL("./testing/hold-log-engine.ts", import.meta.url));

describe("data directory", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await folder.remove();
  });

  /** Another process that holds `dataDir` and an engine on it. */
  const holdElsewhere = async (dataDir: string): Promise<{ child: ChildProcess; enginePid: number }> => {
    const child = spawn(process.execPath, ["--import", loader, "--conditions=@kubin/source", holder, dataDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    const [line] = await once(child.stdout, "data");
    return { child, enginePid: JSON.parse(String(line)).enginePid };
  };
  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  test("is private", async () => {
    const path = join(folder.path, "a", "b");
    await mkdir(path, { recursive: true, mode: 0o755 });
    const directory = await openDataDirectory(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(directory.socketDir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, "secret"))).mode & 0o777).toBe(0o600);
    await directory.release();
  });

  test("keeps its keys, and each purpose has its own", async () => {
    const first = await openDataDirectory(folder.path);
    const key = first.keyFor("objects");
    expect(key.equals(first.keyFor("other"))).toBe(false);
    await first.release();
    const second = await openDataDirectory(folder.path);
    expect(second.keyFor("objects").equals(key)).toBe(true);
    await second.release();
  });

  test("is held once, also by two that start at the same time", async () => {
    const opened = await Promise.allSettled(Array.from({ length: 5 }, () => openDataDirectory(folder.path)));
    const held = opened.filter((outcome) => outcome.status === "fulfilled");
    expect(held).toHaveLength(1);
    for (const outcome of opened) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "CONFLICT" });
    }
    await held[0]?.value.release();
    await (await openDataDirectory(folder.path)).release();
  });

  test("a path too long for sockets gets a private folder elsewhere, which goes with it", async () => {
    const path = join(folder.path, "x".repeat(100));
    const directory = await openDataDirectory(path);
    expect(directory.socketDir.length).toBeLessThan(60);
    expect((await stat(directory.socketDir)).mode & 0o777).toBe(0o700);
    await directory.release();
    await expect(stat(directory.socketDir)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("a second process is refused and told who holds it; kill -9 frees it with its engine", async () => {
    const { child, enginePid } = await holdElsewhere(folder.path);
    await expect(openDataDirectory(folder.path)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining(`in use by process ${child.pid}`),
    });
    expect(isAlive(enginePid)).toBe(true);
    child.kill("SIGKILL");
    await once(child, "exit");
    await vi.waitFor(() => expect(isAlive(enginePid)).toBe(false), { timeout: 10_000 });
    // Sockets of the killed process are still there.
    expect(await readdir(join(folder.path, "run"))).not.toEqual([]);
    const directory = await openDataDirectory(folder.path);
    expect(await readdir(directory.socketDir)).toEqual([]);
    await directory.release();
  });

  test("the next process waits for the engine of a killed one, and reads its data", async () => {
    const { child } = await holdElsewhere(folder.path);
    child.kill("SIGKILL");
    await once(child, "exit");
    const directory = await openDataDirectory(folder.path);
    const engine = await startLogEngine({
      dataDir: join(directory.path, "logs"),
      socketDir: directory.socketDir,
      lockAddress: directory.lockAddress("logs"),
      log: silentLog(),
    });
    const client = engine.createClient();
    expect(await client.ping()).toEqual({ success: true });
    await client.close();
    await engine.stop();
    await directory.release();
  });

  test("stopping ends the engine, also with a statement under way", async () => {
    const directory = await openDataDirectory(folder.path);
    const engine = await startLogEngine({
      dataDir: join(directory.path, "logs"),
      socketDir: directory.socketDir,
      lockAddress: directory.lockAddress("logs"),
      log: silentLog(),
    });
    const pid = engine.pid() ?? 0;
    const client = engine.createClient();
    const query = "SELECT sum(sipHash64(number)) FROM numbers(1000000000000)";
    const asked = client.query({ query, format: "JSON" }).catch(String);
    await setImmediate();
    await engine.stop();
    await asked;
    expect(isAlive(pid)).toBe(false);
    await client.close();
    await directory.release();
  });
});
