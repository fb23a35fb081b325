import { join } from "node:path";
import type { LogPort } from "@kubin/core";
import { unread } from "@kubin/core/contracts";
import { type LogLimits, migrateLogs, openLogs } from "@kubin/persistence";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DataDirectory, openDataDirectory } from "./data-directory/open-data-directory.ts";
import { type LogEngine, startLogEngine } from "./log-engine/start-log-engine.ts";
import { silentLog } from "./testing/silent-log.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const snapshot = { snapshotId: "0198a0f0-0000-7000-8000-000000000001", generation: 1, retainWeek: "2035-01-01" };
const scope = { ...snapshot, namespaces: "all" as const, logs: true };
const stream = { namespace: "shop", pod: "web-0", container: "main", source: "current" as const };
const rows = 40_000;

describe("limits of a log search", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let directory: DataDirectory;
  let engine: LogEngine;
  const { signal } = new AbortController();

  const withLimits = (limits: Partial<LogLimits>): LogPort => openLogs({ client: engine.createClient(), limits });

  beforeAll(async () => {
    folder = await temporaryFolder();
    directory = await openDataDirectory(folder.path);
    const lockAddress = directory.lockAddress("logs");
    const { socketDir } = directory;
    engine = await startLogEngine({ dataDir: join(folder.path, "logs"), socketDir, lockAddress, log: silentLog() });
    const port = withLimits({});
    await migrateLogs(engine.createClient());
    const prefix = new Uint8Array();
    const message = (line: number): Uint8Array =>
      new TextEncoder().encode(`a line of ${line} like many others ${"x".repeat(100)}`);
    for (const chunk of [0, 1, 2, 3]) {
      const numbers = Array.from({ length: rows }, (_, index) => chunk * rows + index);
      const lines = numbers.map((line) => ({
        line,
        at: BigInt(line),
        level: "info" as const,
        prefix,
        message: message(line),
        ...unread,
      }));
      await port.insert({ ...snapshot, token: `chunk-${chunk}`, streams: [{ stream, rows: lines }] });
    }
  });
  afterAll(async () => {
    await engine.stop();
    await directory.release();
    await folder.remove();
  });

  const query = { type: "phrase" as const, text: "e o" };

  it("says that a search is incomplete when the bytes ended it, and gives what was found", async () => {
    const port = withLimits({ readBytes: 1_000_000 });
    const count = await port.count({ scope, query, signal });
    expect(count.lines).toBeLessThan(4 * rows);
    expect(count.incomplete).toContain("Narrow it down");
    const page = await port.search({ scope, query, order: "newest", limit: 10, signal });
    expect(page.incomplete).toContain("Narrow it down");
  });

  it("says that a search is incomplete when the lines read ended it", async () => {
    const count = await withLimits({ readRows: 10_000 }).count({ scope, query, signal });
    expect(count.lines).toBeLessThan(4 * rows);
    expect(count.incomplete).toContain("10000 lines");
  });

  it("says that a search is incomplete when the time ended it", async () => {
    const count = await withLimits({ seconds: 0.001 }).count({ scope, query, signal });
    expect(count.incomplete).toContain("0.001 s");
  });

  it("says nothing when no limit was reached", async () => {
    const count = await withLimits({}).count({ scope, query, signal });
    expect(count).toEqual({ lines: 4 * rows, streams: 1, tookMs: expect.any(Number) });
  });

  it("refuses what takes too much memory or is too long to send", async () => {
    const search = { scope, query, order: "file" as const, limit: 1000, signal };
    await expect(withLimits({ memoryBytes: 1_000_000 }).search(search)).rejects.toMatchObject({ code: "TOO_LARGE" });
    await expect(withLimits({ resultBytes: 1000 }).search(search)).rejects.toMatchObject({ code: "TOO_LARGE" });
  });
});
