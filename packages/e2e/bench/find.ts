import { gzipSync } from "node:zlib";
import { createClient, type KubinClient } from "@kubin/client";
import { manyPods } from "../src/testbed/many-pods.ts";
import { uploadParts } from "../src/testbed/upload-parts.ts";
import { repeat, timings } from "./figures.ts";
import { withServer } from "./with-server.ts";

const runs = 30;
const total = 100_000;

/** Finding among 100,000 objects, what a walk through all of their text does to others, and a page of 5,000 rows. */
export async function find(): Promise<void> {
  await withServer(async ({ url }) => {
    const { ticket } = await uploadParts(url, [...manyPods(total)]);
    const client = createClient({ server: url });
    const snapshotId = ticket.id;
    for (const text of ["a", "catalog-001237", "catalog", "10.0.4.213", "app:17", "nothing like it"]) {
      const found = await client.metadata.find.query({ snapshotId, text, limit: 20 });
      const times = await repeat(runs, () => client.metadata.find.query({ snapshotId, text, limit: 20 }));
      console.log(`  names, ${JSON.stringify(text)} (${found.items.length} shown): ${timings(times)}`);
    }
    await walkEverything(client, snapshotId);
    await largePage(url, snapshotId);
  });
}

/** Each step of a walk that finds nothing until the last object, and a short question asked meanwhile. */
async function walkEverything(client: KubinClient, snapshotId: string): Promise<void> {
  const query = { snapshotId, text: "value 24 of web-099999", within: "everything" as const };
  const meanwhile: number[] = [];
  const steps: number[] = [];
  const started = performance.now();
  let cursor: string | undefined;
  let searched = 0;
  do {
    const start = performance.now();
    const [page] = await Promise.all([
      client.metadata.find.query({ ...query, cursor }),
      repeat(1, () => client.metadata.resource.query({ snapshotId, ...firstPod })).then((one) =>
        meanwhile.push(...one),
      ),
    ]);
    steps.push(performance.now() - start);
    searched += page.searched;
    cursor = page.nextCursor;
  } while (cursor);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  everything, ${searched} objects in ${seconds} s; a step ${timings(steps)}`);
  console.log(`  one object asked for meanwhile: ${timings(meanwhile)}`);
}

const firstPod = { group: "", plural: "pods", namespace: "shop-0", name: "payments-000000" };

async function largePage(url: string, snapshotId: string): Promise<void> {
  const client = createClient({ server: url });
  const filter = { group: "", plural: "pods" };
  const ask = () => client.metadata.resources.query({ snapshotId, filter, limit: 5_000 });
  const json = JSON.stringify(await ask());
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
  const size = `${kilobytes(json.length)}, ${kilobytes(gzipSync(json, { level: 6 }).length)} as gzip`;
  console.log(`  page of 5,000 rows (${size}): ${timings(await repeat(10, ask))}`);
}
