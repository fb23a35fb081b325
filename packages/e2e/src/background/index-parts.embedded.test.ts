import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { indexNextParts, type Ports, settleSnapshot } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logsPart, type MadePart, objectsPart, pod } from "../testbed/make-parts.ts";
import { crashPorts, withMethods } from "./crash-ports.ts";
import { openWorkBench, settings, type TestUpload, type WorkBench } from "./open-work-bench.ts";

let bench: WorkBench;
beforeAll(async () => {
  bench = await openWorkBench();
});
afterAll(() => bench.close());

const stream = { namespace: "shop", pod: "web", container: "app", source: "current" as const };
const line = (index: number) => `2021-08-05T10:00:00.${String(index).padStart(9, "0")}Z line ${index}`;
const linesPart = (count: number) =>
  logsPart("shop", [{ stream, lines: Array.from({ length: count }, (_, i) => line(i)) }]);

const event = {
  plural: "events",
  object: {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: "web.1", namespace: "shop" },
    involvedObject: { kind: "Pod", namespace: "shop", name: "web" },
    type: "Warning",
    reason: "BackOff",
    message: "Back-off",
    count: 3,
    lastTimestamp: "2021-08-05T10:00:00Z",
  },
};

const web = objectsPart("resources", "shop", [pod("shop", "web"), pod("shop", "api")]);

/** Works until nothing is left, as one worker does. */
async function workAll(ports?: Ports): Promise<void> {
  while ((await indexNextParts({ ctx: bench.system(ports), input: { worker: "test", limit: 1 } })) > 0);
}

const state = async ({ snapshotId }: TestUpload) => bench.ports.metadata.findSnapshot(snapshotId);
const gapsOf = async ({ scope }: TestUpload) => (await bench.ports.metadata.coverage(scope, 100)).gaps;
const objectsOf = ({ scope }: TestUpload) => bench.ports.metadata.countResources({ scope, filter: {} });
const linesOf = ({ scope }: TestUpload) => bench.ports.logs.stored(scope);

async function indexed(...parts: MadePart[]): Promise<TestUpload> {
  const upload = await bench.upload();
  await upload.store(...parts);
  await upload.complete(parts);
  await workAll();
  return upload;
}

describe("indexNextParts", () => {
  it("makes objects, events and lines of a bundle readable and completes the snapshot", async () => {
    const parts = [
      web,
      objectsPart("resources", "", [
        { plural: "nodes", object: { apiVersion: "v1", kind: "Node", metadata: { name: "n" } } },
      ]),
      objectsPart("events", "shop", [event]),
      linesPart(10),
    ];
    const upload = await bench.upload();
    await upload.store(...parts);
    expect((await state(upload))?.state).toBe("UPLOADING");
    await workAll();
    expect(await objectsOf(upload)).toBe(4);
    expect((await upload.complete(parts)).state).toBe("COMPLETED");
    expect(await state(upload)).toMatchObject({ state: "COMPLETED", partial: false });
    expect(await bench.ports.metadata.countEvents({ scope: upload.scope })).toBe(1);
    const [found] = await bench.ports.metadata.listLogStreams({ scope: upload.scope, limit: 10 });
    expect(found).toMatchObject({ ...stream, lines: 10, firstAt: "2021-08-05T10:00:00.000Z" });
    expect(await linesOf(upload)).toBe(10);
    expect(await gapsOf(upload)).toEqual([]);
  });

  // Dying after a call leaves what dying before the next one leaves, so one of the two is enough.
  it.each([
    { what: "objects and events", lines: 3, objects: 3, parts: [web, objectsPart("events", "shop", [event])] },
    { what: "lines of two chunks", lines: 50_020, objects: 2, parts: [web] },
  ])(
    "leaves all $what once, wherever the process died before",
    async ({ lines, objects, parts: others }) => {
      const parts = [...others, linesPart(lines)];
      const clean = crashPorts(bench.ports, { call: Number.POSITIVE_INFINITY });
      await (await bench.upload()).store(...parts);
      await workAll(clean.ports);
      expect(clean.calls()).toBeGreaterThan(12);
      for (let call = 0; call < clean.calls(); call += 1) {
        const upload = await bench.upload();
        await upload.store(...parts);
        const crash = crashPorts(bench.ports, { call });
        await workAll(crash.ports).catch(() => undefined);
        expect(crash.isDead()).toBe(true);
        bench.pass(settings.leaseMs + 1);
        await workAll();
        await upload.complete(parts);
        const at = `died after call ${call}`;
        expect(await state(upload), at).toMatchObject({ state: "COMPLETED", partial: false });
        expect(await objectsOf(upload), at).toBe(objects);
        expect(await bench.ports.metadata.countEvents({ scope: upload.scope }), at).toBe(objects - 2);
        expect(await linesOf(upload), at).toBe(lines);
        const signal = new AbortController().signal;
        const from = Math.max(0, lines - 25);
        const seam = await bench.ports.logs.lines({ scope: upload.scope, stream, from, to: lines, signal });
        expect(
          seam.map((row) => row.line),
          at,
        ).toEqual(Array.from({ length: lines - from }, (_, index) => from + index));
      }
    },
    300_000,
  );

  it("fails a part of wrong bytes with a gap, and goes on with the others", async () => {
    const broken = objectsPart("resources", "shop", [pod("shop", "web")]);
    const bytes = Buffer.from("this is no gzip at all, whatever was announced");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const bad = { bytes, entry: { ...broken.entry, sha256, size: bytes.length } };
    const upload = await indexed(bad, objectsPart("resources", "data", [pod("data", "db")]));
    expect(await state(upload)).toMatchObject({ state: "COMPLETED", partial: true });
    expect(await objectsOf(upload)).toBe(1);
    expect(await gapsOf(upload)).toMatchObject([
      { kind: "unparseable", what: "resources of namespace shop", namespace: "shop" },
    ]);
  });

  it("refuses objects of another namespace and counts records that are none", async () => {
    const upload = await indexed(
      objectsPart("resources", "shop", [pod("shop", "web"), pod("other", "spy"), { plural: "", object: {} }]),
    );
    expect(await objectsOf(upload)).toBe(1);
    expect((await gapsOf(upload)).map(({ kind, what }) => [kind, what])).toEqual([
      ["unparseable", "a record of resources"],
      ["refused", "pods"],
    ]);
    expect(await state(upload)).toMatchObject({ state: "COMPLETED" });
  });

  it("tells when a log has fewer lines than announced, and never stores more", async () => {
    const made = linesPart(5);
    const [member] = made.entry.members ?? [];
    const announce = async (lines: number) => {
      const members = member ? [{ ...member, lines }] : [];
      return indexed({ ...made, entry: { ...made.entry, items: lines, members } });
    };
    const short = await announce(8);
    expect(await linesOf(short)).toBe(5);
    expect(await gapsOf(short)).toMatchObject([{ kind: "cut", what: "log of web/app" }]);
    const long = await announce(3);
    expect(await linesOf(long)).toBe(3);
  });

  it("stops a bomb among the log streams, and keeps the other streams", async () => {
    const good = linesPart(3);
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024, "a"));
    const bytes = Buffer.concat([good.bytes, bomb]);
    const evil = {
      ...stream,
      pod: "evil",
      offset: good.bytes.length,
      length: bomb.length,
      firstLine: 0,
      lines: 1,
      bytes: 10,
    };
    const members = [...(good.entry.members ?? []), evil];
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const upload = await indexed({ bytes, entry: { ...good.entry, sha256, size: bytes.length, items: 4, members } });
    expect(await linesOf(upload)).toBe(3);
    const kinds = (await gapsOf(upload)).map(({ kind, what }) => `${kind} ${what}`);
    expect(kinds).toEqual(["cut log of evil/app", "unparseable log of evil/app"]);
    expect(await state(upload)).toMatchObject({ state: "COMPLETED" });
  });

  it("fails the snapshot when nothing of it can be read", async () => {
    const upload = await indexed(objectsPart("resources", "shop", [{ plural: "", object: {} }]));
    expect(await state(upload)).toMatchObject({ state: "FAILED", failure: "None of the 1 parts could be read." });
  });

  it("hands a part back while the log engine is away, without counting an attempt", async () => {
    const upload = await bench.upload();
    await upload.store(linesPart(4));
    const away = withMethods(bench.ports, "logs", {
      insert: async () => {
        throw new KubinError("UNAVAILABLE", "The log engine cannot be reached.");
      },
    });
    for (let times = 0; times < 8; times += 1) {
      await expect(workAll(away)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    }
    const [part] = await bench.ports.metadata.partsOf(upload.snapshotId);
    expect(part).toMatchObject({ state: "STORED", attempts: 0 });
    await workAll();
    expect(await linesOf(upload)).toBe(4);
  });

  it("gives a part up after five attempts at a defect", async () => {
    const upload = await bench.upload();
    const parts = [objectsPart("resources", "shop", [pod("shop", "web")])];
    await upload.store(...parts);
    await upload.complete(parts);
    let attempts = 0;
    const buggy = withMethods(bench.ports, "metadata", {
      putResources: async () => {
        attempts += 1;
        throw new TypeError("a defect");
      },
    });
    for (let times = 0; times < 8; times += 1) {
      await workAll(buggy);
      bench.pass(10_000);
    }
    expect(attempts).toBe(5);
    expect(await state(upload)).toMatchObject({ state: "FAILED" });
  });

  it("settles nothing while parts are to come", async () => {
    const upload = await bench.upload();
    const parts = [objectsPart("resources", "shop", [pod("shop", "web")]), linesPart(2)];
    await upload.store(parts[0]!);
    await upload.complete(parts);
    await workAll();
    await settleSnapshot({ ctx: bench.system(), input: { snapshotId: upload.snapshotId } });
    expect(await state(upload)).toMatchObject({ state: "PROCESSING" });
  });
});
