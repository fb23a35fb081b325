import { join } from "node:path";
import { openKubin } from "@kubin/server/testing";
import { expect, inject, it } from "vitest";
import { contentOf } from "../testbed/content-of.ts";
import { importBundle } from "../testbed/import-bundle.ts";
import { root, sample } from "../testbed/processes.ts";
import { addressesOf, snapshotBehind } from "./provided.ts";

it.each([
  ["lab", join(root, "samples/lab-cluster.yaml.gz")],
  ["mustGather", sample],
] as const)("%s is the same snapshot in both profiles, whichever process is asked", async (name, bundle) => {
  await using embedded = await openKubin();
  const expected = await contentOf(embedded.url, await importBundle(embedded.url, bundle));
  expect(expected.objects).toBeGreaterThan(200);
  const id = await snapshotBehind(inject("samples")[name]);
  for (const url of addressesOf("query")) expect(await contentOf(url, id)).toEqual(expected);
});
