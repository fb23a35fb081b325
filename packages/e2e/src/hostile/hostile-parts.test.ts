import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import type { PartEntry } from "@kubin/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { logsPart, type MadePart, objectsPart, pod } from "../testbed/make-parts.ts";
import { freePort, peakMemory, spawnServer } from "../testbed/processes.ts";
import { uploadParts } from "../testbed/upload-parts.ts";
import { gzipBomb } from "./bombs.ts";

let folder: string;
let server: Awaited<ReturnType<typeof spawnServer>>;
let zeros: Buffer;
let newlines: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-hostile-"));
  [server, zeros, newlines] = await Promise.all([
    spawnServer({ dataDir: folder, port: await freePort() }),
    gzipBomb(0),
    gzipBomb(10),
  ]);
  // What a server needs before anything hostile came.
  await uploadParts(server.url, good);
});
afterAll(async () => {
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(folder, { recursive: true, force: true });
});

const maxGrowth = 300 * 1024 * 1024;
const gibibyte = 1024 ** 3;
const stream = { namespace: "shop", pod: "bomb", container: "app", source: "current" as const };

/** A part of about a MiB that unpacks to more than a GiB; what it announces is a lie that fits. */
function bombPart(type: PartEntry["type"], bytes: Buffer): MadePart {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const member = { ...stream, offset: 0, length: bytes.length, firstLine: 0, lines: 100_000, bytes: gibibyte };
  const of = type === "logs" ? { items: member.lines, members: [member] } : { items: 1 };
  const path = type === "bundle" ? { path: "bomb.txt" } : {};
  return { entry: { type, namespace: "shop", sha256, size: bytes.length, ...of, ...path }, bytes };
}

const good = [
  objectsPart("resources", "shop", [pod("shop", "web-0")]),
  logsPart("shop", [{ stream: { ...stream, pod: "web-0" }, lines: ["2026-01-01T00:00:00Z fine"] }]),
];

test.each(["resources", "events", "logs", "bundle"] as const)(
  "a %s part that unpacks to a GiB",
  async (type) => {
    expect(zeros.length).toBeLessThan(2 * 1024 * 1024);
    const before = await memory();
    for (const bytes of [zeros, newlines]) {
      const { snapshot, ticket } = await uploadParts(server.url, [...good, bombPart(type, bytes)]);
      expect(snapshot.state).toBe("COMPLETED");
      expect(snapshot.counts.objects).toBe(1);
      const { coverage } = await createClient({ server: server.url }).analytics.overview.query({
        snapshotId: ticket.id,
      });
      // A document is never unpacked by the server.
      const told = type === "bundle" ? [] : [expect.stringMatching(/unparseable|cut/)];
      expect(coverage.map(({ kind }) => kind)).toEqual(expect.arrayContaining(told));
    }
    const other = await uploadParts(server.url, good);
    expect(other.snapshot).toMatchObject({ state: "COMPLETED", partial: false, counts: { objects: 1, logLines: 1 } });
    expect((await memory()) - before).toBeLessThan(maxGrowth);
  },
  240_000,
);

/** Peak of the server's process; the log engine is a process of its own with limits of its own. */
const memory = () => peakMemory(server.child.pid ?? 0);
