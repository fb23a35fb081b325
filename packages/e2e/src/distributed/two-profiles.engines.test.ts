import { join } from "node:path";
import { createClient, toKubinError } from "@kubin/client";
import { openKubin } from "@kubin/server/testing";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { contentOf } from "../testbed/content-of.ts";
import { root, sample, spawnCli } from "../testbed/processes.ts";
import { type SpawnedDistributed, spawnDistributed } from "./spawn-distributed.ts";

const engines = inject("engines");
let kubin: SpawnedDistributed;
beforeAll(async () => {
  await buildPackages("@kubin/cli");
  kubin = await spawnDistributed(engines);
});
afterAll(() => kubin?.[Symbol.asyncDispose]());

/** Imports with the real CLI, waits for the end, and returns the id. */
async function importInto(server: string, bundle: string): Promise<string> {
  const cli = spawnCli(["import", bundle, "--server", server, "--wait", "--output", "json"]);
  expect(await cli.ended, cli.stderr()).toBe(0);
  const { id } = JSON.parse(cli.stdout().trim().split("\n")[0] ?? "{}") as { id: string };
  return id;
}

it.each([
  ["lab-cluster", join(root, "samples/lab-cluster.yaml.gz")],
  ["must-gather", sample],
])("%s is the same snapshot in both profiles, whichever process is asked", async (_name, bundle) => {
  await using embedded = await openKubin();
  const [first = "", second = ""] = kubin.gateways;
  const [here, there] = await Promise.all([importInto(embedded.url, bundle), importInto(first, bundle)]);
  const expected = await contentOf(embedded.url, here);
  expect(expected.objects).toBeGreaterThan(200);
  expect(await contentOf(first, there)).toEqual(expected);
  expect(await contentOf(second, there)).toEqual(expected);
});

it("what is deleted at one process is gone at the other, with its objects", async () => {
  const [first = "", second = ""] = kubin.gateways;
  const snapshotId = await importInto(first, join(root, "samples/lab-cluster.yaml.gz"));
  const downloads = await createClient({ server: second }).storage.downloads.query({ snapshotId });
  const [download] = downloads.items;
  expect((await fetch(download?.url ?? "")).status).toBe(200);
  await createClient({ server: first }).metadata.delete.mutate({ snapshotId });
  const asked = createClient({ server: second })
    .metadata.get.query({ snapshotId })
    .catch((error: unknown) => toKubinError(error, second));
  expect(await asked).toMatchObject({ code: "NOT_FOUND" });
  await expect.poll(async () => (await fetch(download?.url ?? "")).status, { timeout: 30_000 }).toBe(404);
});
