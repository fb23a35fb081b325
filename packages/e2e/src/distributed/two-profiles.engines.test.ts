import { join } from "node:path";
import { openKubin } from "@kubin/server/testing";
import { expect, it } from "vitest";
import { contentOf } from "../testbed/content-of.ts";
import { root, sample } from "../testbed/processes.ts";
import { importBundle } from "./import-bundle.ts";
import { addressesOf, provided } from "./provided.ts";

it.each([
  ["lab-cluster", join(root, "samples/lab-cluster.yaml.gz")],
  ["must-gather", sample],
])("%s is the same snapshot in both profiles, whichever process is asked", async (_name, bundle) => {
  await using embedded = await openKubin();
  const [here, there] = await Promise.all([importBundle(embedded.url, bundle), importBundle(provided().url, bundle)]);
  const expected = await contentOf(embedded.url, here);
  expect(expected.objects).toBeGreaterThan(200);
  for (const url of addressesOf("query")) expect(await contentOf(url, there)).toEqual(expected);
});
