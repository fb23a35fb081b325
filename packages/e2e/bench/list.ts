import { createClient } from "@kubin/client";
import { manyPods } from "../src/testbed/many-pods.ts";
import { uploadParts } from "../src/testbed/upload-parts.ts";
import { repeat, timings } from "./figures.ts";
import { withServer } from "./with-server.ts";

const runs = 200;

/** First page of 100 of one kind among 10,000 and 100,000 objects, over HTTP on loopback. */
export async function list(): Promise<void> {
  await withServer(async ({ url }) => {
    for (const total of [10_000, 100_000]) {
      const started = performance.now();
      const { ticket, snapshot } = await uploadParts(url, [...manyPods(total)]);
      const seconds = (performance.now() - started) / 1000;
      console.log(`${total} pods: stored and indexed in ${seconds.toFixed(1)} s (${snapshot.counts.objects} objects)`);
      const client = createClient({ server: url });
      const filter = { group: "", plural: "pods" };
      const first = () => client.metadata.resources.query({ snapshotId: ticket.id, filter, limit: 100 });
      const text = () =>
        client.metadata.resources.query({
          snapshotId: ticket.id,
          filter: { ...filter, text: "catalog-00123" },
          limit: 100,
        });
      const health = await fetch(`${url}/healthz`);
      await health.text();
      console.log(
        `  bare HTTP (/healthz)      ${timings(await repeat(runs, async () => (await fetch(`${url}/healthz`)).text()))}`,
      );
      console.log(`  first page                ${timings(await repeat(runs, first))}`);
      console.log(`  filtered by text          ${timings(await repeat(runs, text))}`);
    }
  });
}
