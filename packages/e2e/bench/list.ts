import { createClient } from "@kubin/client";
import { objectsPart, pod } from "../src/testbed/make-parts.ts";
import { uploadParts } from "../src/testbed/upload-parts.ts";
import { repeat, timings } from "./figures.ts";
import { withServer } from "./with-server.ts";

const runs = 200;
const perPart = 2_000;

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
          filter: { ...filter, text: "web-00123" },
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

function* manyPods(total: number) {
  for (let start = 0; start < total; start += perPart) {
    const namespace = `shop-${start / perPart}`;
    const pods = Array.from({ length: perPart }, (_, index) => bigPod(namespace, start + index));
    yield objectsPart("resources", namespace, pods);
  }
}

/** About 2.6 KB of JSON, the mean of the real bundles. */
function bigPod(namespace: string, number: number) {
  const name = `web-${String(number).padStart(6, "0")}`;
  const env = Array.from({ length: 25 }, (_, index) => ({
    name: `SETTING_${index}`,
    value: `value ${index} of ${name} `.repeat(2),
  }));
  const container = { name: "app", image: `registry.example/app:${number % 50}`, env };
  return pod(namespace, name, {
    spec: { nodeName: `node-${number % 40}`, containers: [container] },
    status: {
      phase: "Running",
      containerStatuses: [{ name: "app", ready: true, restartCount: number % 3, state: { running: {} } }],
    },
  });
}
