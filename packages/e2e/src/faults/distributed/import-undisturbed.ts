import { join } from "node:path";
import { createClient } from "@kubin/client";
import { expect } from "vitest";
import { contentOf } from "../../testbed/content-of.ts";
import { root, sample } from "../../testbed/processes.ts";
import type { FaultWorld } from "./open-world.ts";
import { countObjects, countRequests, type Truth } from "./search-all-the-time.ts";
import { openTally } from "./tally.ts";
import { startUpload } from "./upload.ts";

export interface Bundle {
  path: string;
  /** What every import of it must come to. */
  content: Awaited<ReturnType<typeof contentOf>>;
}

export interface Undisturbed {
  small: Bundle;
  large: Bundle;
  /** Of the large one, which readers ask all the time. */
  snapshotId: string;
  truth: Truth;
}

/** Both samples, imported in peace. `KUBIN_FAULT_BUNDLE` names another large one, where the machine is slow. */
export async function importUndisturbed({ gateways: [{ url }] }: FaultWorld): Promise<Undisturbed> {
  const imported = async (path: string): Promise<Bundle & { snapshotId: string }> => {
    const tally = openTally();
    const done = await startUpload({ server: url, bundle: path, tally }).settled;
    expect({ errors: tally.counts(), done }).toMatchObject({ errors: {}, done: { snapshot: { state: "COMPLETED" } } });
    const snapshotId = done?.snapshot.id ?? "";
    return { path, snapshotId, content: await contentOf(url, snapshotId) };
  };
  const { snapshotId, ...large } = await imported(process.env.KUBIN_FAULT_BUNDLE ?? sample);
  const { snapshotId: _, ...small } = await imported(join(root, "samples/lab-cluster.yaml.gz"));
  const client = createClient({ server: url });
  const truth = {
    lines: await countRequests(client, snapshotId, "nobody says this"),
    objects: await countObjects(client, snapshotId),
  };
  expect(truth.lines).toBeGreaterThan(100);
  return { small, large, snapshotId, truth };
}
