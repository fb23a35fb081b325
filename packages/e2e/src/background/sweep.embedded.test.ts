import { deleteSnapshot, eraseContent, indexNextParts, type Ports, recordStoredObject, sweep } from "@kubin/core";
import { startWorkers } from "@kubin/workers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logsPart, objectsPart, pod } from "../testbed/make-parts.ts";
import { withMethods } from "./crash-ports.ts";
import { openWorkBench, settings, type TestUpload, type WorkBench } from "./open-work-bench.ts";

let bench: WorkBench;
beforeAll(async () => {
  bench = await openWorkBench();
});
afterAll(() => bench.close());

const stream = { namespace: "shop", pod: "web", container: "app", source: "current" as const };
const resources = objectsPart("resources", "shop", [pod("shop", "web")]);
const lines = logsPart("shop", [{ stream, lines: ["one", "two"] }]);
const dayMs = 24 * 60 * 60 * 1000;

const find = ({ snapshotId }: TestUpload) => bench.ports.metadata.findSnapshot(snapshotId);
const work = async (ports?: Ports) => {
  while ((await indexNextParts({ ctx: bench.system(ports), input: { worker: "test", limit: 4 } })) > 0);
};

async function completed(): Promise<TestUpload> {
  const upload = await bench.upload();
  await upload.store(resources, lines);
  await upload.complete([resources, lines]);
  await work();
  expect((await find(upload))?.state).toBe("COMPLETED");
  return upload;
}

describe("recordStoredObject", () => {
  it("ignores what it knows, what nobody announced and what is no key", async () => {
    const upload = await bench.upload();
    const ctx = bench.system();
    const key = await upload.put(resources);
    const unknown = key.replace(/[0-9a-f]{64}$/, "0".repeat(64));
    for (const stored of [key, key, unknown, "../../etc/passwd"]) {
      await recordStoredObject({ ctx, input: { key: stored, size: 1 } });
    }
    const parts = await bench.ports.metadata.partsOf(upload.snapshotId);
    expect(parts.map(({ key: known, state }) => [known, state])).toEqual([[key, "STORED"]]);
    expect((await find(upload))?.state).toBe("UPLOADING");
  });

  it("removes what arrives after its snapshot was deleted", async () => {
    const upload = await bench.upload();
    const key = await upload.put(resources);
    await deleteSnapshot({
      ctx: { ...bench.system(), actor: { kind: "owner" } },
      input: { snapshotId: upload.snapshotId },
    });
    await recordStoredObject({ ctx: bench.system(), input: { key, size: 1 } });
    expect(await bench.ports.objects.size(key)).toBeUndefined();
  });
});

describe("signParts", () => {
  it("announces nothing behind the end of an upload that ended since it was looked at", async () => {
    const upload = await bench.upload();
    await upload.sign([resources]);
    const { metadata } = bench.ports;
    const overtaken = withMethods(bench.ports, "metadata", {
      transaction: async (work) => {
        await metadata.moveSnapshot(upload.snapshotId, ["UPLOADING"], { state: "FAILED" });
        return metadata.transaction(work);
      },
    });
    await expect(upload.sign([lines], overtaken)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await metadata.partsOf(upload.snapshotId)).toMatchObject([{ sha256: resources.entry.sha256 }]);
  });
});

describe("sweep", () => {
  it("finds stored objects whose event was lost", async () => {
    const upload = await bench.upload();
    await upload.put(resources);
    await sweep({ ctx: bench.system() });
    bench.pass(11_000);
    await sweep({ ctx: bench.system() });
    await work();
    expect(await bench.ports.metadata.countResources({ scope: upload.scope, filter: {} })).toBe(1);
  });

  it("completes a silent upload as partial with what arrived", async () => {
    const upload = await bench.upload();
    await upload.store(resources);
    await upload.sign([lines]);
    await work();
    await sweep({ ctx: bench.system() });
    expect((await find(upload))?.state).toBe("UPLOADING");
    bench.pass(settings.silentUploadMs + 1);
    await sweep({ ctx: bench.system() });
    expect(await find(upload)).toMatchObject({ state: "COMPLETED", partial: true });
    const { gaps } = await bench.ports.metadata.coverage(upload.scope, 10);
    expect(gaps.map(({ kind, what }) => `${kind} ${what}`).sort()).toEqual([
      "missing logs",
      "missing the rest of the bundle",
    ]);
  });

  it("fails a silent upload of which nothing arrived", async () => {
    const upload = await bench.upload();
    await upload.sign([resources]);
    bench.pass(settings.silentUploadMs + 1);
    await sweep({ ctx: bench.system() });
    expect(await find(upload)).toMatchObject({
      state: "FAILED",
      failure: "The upload stopped before anything arrived.",
    });
  });

  it("completes a snapshot whose manifest names a part that never came", async () => {
    const upload = await bench.upload();
    await upload.store(resources);
    await upload.complete([resources, lines]);
    await work();
    expect((await find(upload))?.state).toBe("PROCESSING");
    bench.pass(settings.silentUploadMs + 1);
    await sweep({ ctx: bench.system() });
    expect(await find(upload)).toMatchObject({ state: "COMPLETED", partial: true });
    const { gaps } = await bench.ports.metadata.coverage(upload.scope, 10);
    expect(gaps).toMatchObject([{ kind: "missing", what: "logs", namespace: "shop" }]);
  });

  it("erases what expired, and forgets it later", async () => {
    const upload = await completed();
    const [part] = await bench.ports.metadata.partsOf(upload.snapshotId);
    bench.pass(8 * dayMs);
    await sweep({ ctx: bench.system() });
    expect((await find(upload))?.state).toBe("EXPIRED");
    expect(await bench.ports.logs.stored(upload.scope)).toBe(0);
    expect(await bench.ports.objects.size(part?.key ?? "")).toBeUndefined();
    expect(await bench.ports.metadata.partsOf(upload.snapshotId)).toEqual([]);
    bench.pass(31 * dayMs);
    await sweep({ ctx: bench.system() });
    expect(await find(upload)).toBeUndefined();
  });

  it("erases what was deleted, also when an insert was under way", async () => {
    const upload = await bench.upload();
    await upload.store(lines);
    const racing = withMethods(bench.ports, "logs", {
      insert: async (chunk) => {
        const { snapshotId } = upload;
        await deleteSnapshot({ ctx: { ...bench.system(), actor: { kind: "owner" } }, input: { snapshotId } });
        await eraseContent({ ctx: bench.system(), input: { snapshotId } });
        await bench.ports.logs.insert(chunk);
      },
    });
    await work(racing);
    expect(await find(upload)).toBeUndefined();
    expect(await bench.ports.logs.stored(upload.scope)).toBe(0);
  });
});

describe("startWorkers", () => {
  it("takes uploads from event to COMPLETED, erases deleted ones, and stops", async () => {
    const ctx = bench.system();
    const workers = startWorkers({ ctx, worker: "test", concurrency: 2, sweepEveryMs: 60_000 });
    const upload = await bench.upload();
    for (const part of [resources, lines]) await upload.put(part);
    await upload.complete([resources, lines]);
    await expect.poll(async () => (await find(upload))?.state, { timeout: 20_000 }).toBe("COMPLETED");
    await deleteSnapshot({ ctx: { ...ctx, actor: { kind: "owner" } }, input: { snapshotId: upload.snapshotId } });
    await expect.poll(() => find(upload), { timeout: 20_000 }).toBeUndefined();
    await workers.stop();
    await workers.stop();
  });
});
