import { createHash } from "node:crypto";
import { join } from "node:path";
import { createClient, type KubinClient, toKubinError } from "@kubin/client";
import type { ErrorCode, Snapshot } from "@kubin/schema";
import { expect, inject, it } from "vitest";
import { importBundle } from "../testbed/import-bundle.ts";
import { objectsPart, pod } from "../testbed/make-parts.ts";
import { root } from "../testbed/processes.ts";
import { uploadMade } from "../testbed/upload-parts.ts";
import { addressesOf, provided, snapshotBehind } from "./provided.ts";

const lab = join(root, "samples/lab-cluster.yaml.gz");

async function codeOf(call: Promise<unknown>, server: string): Promise<ErrorCode> {
  try {
    await call;
  } catch (error) {
    return toKubinError(error, server).code;
  }
  throw new Error("the call did not fail");
}

/** Every snapshot that a process tells, until it says that there is no more. */
function watched(client: KubinClient, snapshotId: string): Promise<Snapshot[]> {
  const told: Snapshot[] = [];
  return new Promise((resolve, reject) => {
    client.metadata.watch.subscribe(
      { snapshotId },
      { onData: (snapshot) => told.push(snapshot), onError: reject, onComplete: () => resolve(told) },
    );
  });
}

it("each process answers for its role alone", async () => {
  const begin = { name: "x", layout: "test", manifestVersion: 1 };
  for (const server of [...addressesOf("query"), ...addressesOf("gateway"), ...addressesOf("worker")]) {
    expect(await codeOf(createClient({ server }).upload.begin.mutate(begin), server)).toBe("UNSUPPORTED");
  }
  for (const server of [...addressesOf("upload"), ...addressesOf("gateway"), ...addressesOf("worker")]) {
    expect(await codeOf(createClient({ server }).metadata.list.query({}), server)).toBe("UNSUPPORTED");
  }
  for (const server of [...addressesOf("upload"), ...addressesOf("query"), ...addressesOf("worker")]) {
    expect(await (await fetch(server)).text()).toContain("KUBIN_ROLES");
  }
  for (const { url } of provided().processes) {
    for (const path of ["healthz", "readyz", "metrics"]) expect((await fetch(`${url}/${path}`)).status).toBe(200);
  }
});

it("an upload is told as it comes by every process that answers readers", async () => {
  const { url } = provided();
  const seen: Promise<Snapshot[]>[] = [];
  const namespaces = Array.from({ length: 12 }, (_, index) => `shop-${index}`);
  const parts = namespaces.map((one) => objectsPart("resources", one, [pod(one, "web-0"), pod(one, "web-1")]));
  const { snapshot } = await uploadMade(url, {
    name: "watched",
    parts,
    onBegin: ({ id }) => {
      for (const server of addressesOf("query")) seen.push(watched(createClient({ server }), id));
    },
  });
  expect(snapshot).toMatchObject({ state: "COMPLETED", counts: { objects: 24, namespaces: 12 } });
  expect(seen).toHaveLength(2);
  for (const told of await Promise.all(seen)) {
    expect(told.at(-1)).toEqual(snapshot);
    expect(told.length).toBeGreaterThan(1);
    const indexed = told.map(({ progress }) => progress.partsIndexed);
    expect(indexed).toEqual([...indexed].sort((a, b) => a - b));
  }
});

it("a needle is found by every process, in every line that has it", async () => {
  const snapshotId = await snapshotBehind(inject("samples").mustGather);
  for (const server of addressesOf("query")) {
    const client = createClient({ server });
    // Counted with grep, see samples/oracles.
    const query = { snapshotId, query: '"connection refused"' };
    expect(await client.query.countLogs.query(query)).toMatchObject({ lines: 3_344, streams: 32 });
    const { lines } = await client.query.searchLogs.query({ ...query, order: "newest", limit: 50 });
    expect(lines).toHaveLength(50);
    for (const { message } of lines) expect(message).toMatch(/connection refused/i);
  }
});

it("downloads come from the store itself, byte for byte, and the page may fetch them", async () => {
  const { url } = provided();
  const snapshotId = await importBundle(url, lab);
  const { items } = await createClient({ server: url }).storage.downloads.query({ snapshotId });
  expect(items.length).toBeGreaterThan(5);
  const store = new URL(inject("engines").S3_ENDPOINT ?? "").origin;
  for (const { url: signed, sha256 } of items) {
    expect(new URL(signed).origin).toBe(store);
    const bytes = new Uint8Array(await (await fetch(signed)).arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }
  const page = await fetch(`${url}/s/AAAAAAAAAAAAAAAAAAAAAA`);
  expect(page.headers.get("content-security-policy")).toContain(`connect-src 'self' ${store};`);
  const asked = await fetch(items[0]?.url ?? "", { headers: { Origin: url } });
  expect(asked.headers.get("access-control-allow-origin")).toBe(url);
});

it("what is deleted at one process is gone at the other, with its objects", async () => {
  const [first = "", second = ""] = addressesOf("query");
  const snapshotId = await importBundle(provided().url, lab);
  const downloads = await createClient({ server: second }).storage.downloads.query({ snapshotId });
  const [download] = downloads.items;
  expect((await fetch(download?.url ?? "")).status).toBe(200);
  await createClient({ server: first }).metadata.delete.mutate({ snapshotId });
  expect(await codeOf(createClient({ server: second }).metadata.get.query({ snapshotId }), second)).toBe("NOT_FOUND");
  await expect.poll(async () => (await fetch(download?.url ?? "")).status, { timeout: 30_000 }).toBe(404);
});
