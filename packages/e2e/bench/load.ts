import { loadavg, setPriority } from "node:os";
import { createClient } from "@kubin/client";
import type { Snapshot } from "@kubin/schema";
import { answeringEngines } from "../../../infra/engines/answering-engines.ts";
import { importSamples } from "../src/browser/open-samples.ts";
import { type SpawnedDistributed, spawnDistributed } from "../src/pools/spawn-distributed.ts";
import { peakMemory } from "../src/testbed/processes.ts";
import { uploadMade } from "../src/testbed/upload-parts.ts";
import { askMetadata } from "./ask-metadata.ts";
import { megabytes, percentiles } from "./figures.ts";
import { type Asked, askSteadily } from "./load/ask-steadily.ts";
import { type LoadBundle, loadBundle } from "./load/load-bundle.ts";
import { type Question, questionsAbout } from "./load/questions.ts";

const uploads = 100;
const perMinute = 1_000;
const quietMs = 60_000;
/** Of the worker processes, as `nice -n 10` gives it. */
const niceness = 10;

/** Many uploads at once while readers ask at a steady pace, beside the same readers alone, on the distributed profile. */
export async function load(): Promise<void> {
  await using kubin = await spawnDistributed(await answeringEngines());
  for (const { role, child } of kubin.processes) {
    if (role === "worker" && child.pid !== undefined) setPriority(child.pid, niceness);
  }
  const { mustGather } = await importSamples(kubin.url);
  const client = createClient({ server: kubin.url, link: new URL(mustGather).pathname.split("/")[2] });
  const { id } = await client.metadata.open.query();
  const next = await questionsAbout(client, id);
  sayLoad("before");

  const quiet = await askSteadily({ next, perMinute, ended: new Promise((resolve) => setTimeout(resolve, quietMs)) });
  print(`${perMinute} queries a minute, nothing else`, quiet);
  sayLoad("after the quiet run");

  const bundle = loadBundle();
  const eventsBefore = await emitted(kubin);
  const startedAt = performance.now();
  const uploading = uploadAll(kubin.url, bundle);
  const busy = await askSteadily({ next, perMinute, ended: uploading.catch(() => undefined) });
  const { taken, completed, snapshots } = await uploading;
  const seconds = (performance.now() - startedAt) / 1000;
  print(`the same while ${uploads} bundles of ${Math.round(bundle.bytes / 1000)} KB are uploaded at once`, busy);
  sayLoad("after the uploads");
  console.log(`begin to the manifest taken   ${percentiles(taken)}`);
  console.log(`begin to COMPLETED           ${percentiles(completed)}`);
  const parts = snapshots.reduce((sum, { progress }) => sum + progress.partsIndexed, 0);
  const events = (await emitted(kubin)) - eventsBefore;
  console.log(
    `${parts} parts indexed, ${events} events relayed and ${parts} notifications of the store in ${seconds.toFixed(1)} s: ` +
      `${(parts / seconds).toFixed(1)} parts, ${((events + parts) / seconds).toFixed(1)} events per second`,
  );
  console.log(`snapshots that lack or double something: ${snapshots.filter((one) => !isWhole(one, bundle)).length}`);
  for (const { role, child } of kubin.processes) {
    console.log(`peak memory of a process with the role ${role}: ${megabytes(await peakMemory(child.pid ?? 0))}`);
  }
}

async function uploadAll(server: string, bundle: LoadBundle) {
  const startedAt = performance.now();
  const since = () => performance.now() - startedAt;
  const taken: number[] = [];
  const completed: number[] = [];
  const all = Array.from({ length: uploads }, async (_, index) => {
    const { snapshot } = await uploadMade(server, {
      name: `load-${index}`,
      parts: bundle.parts,
      onSent: () => taken.push(since()),
    });
    completed.push(since());
    return snapshot;
  });
  const ended = await Promise.allSettled(all);
  const snapshots = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const errors = ended.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  console.log(`\n${uploads} uploads: ${errors.length} errors`);
  for (const error of new Set(errors)) console.log(`  ${error}`);
  return { taken, completed, snapshots };
}

function isWhole({ state, partial, counts }: Snapshot, bundle: LoadBundle): boolean {
  const { objects, events, logLines } = counts;
  return (
    state === "COMPLETED" &&
    !partial &&
    objects === bundle.objects &&
    events === bundle.events &&
    logLines === bundle.lines
  );
}

/** Events that Kubin has ever written to its outbox. */
function emitted({ env }: SpawnedDistributed): Promise<number> {
  return askMetadata(env, "SELECT last_value FROM outbox_id_seq");
}

function print(what: string, { ms, errors }: Asked): void {
  console.log(`\n${what}: ${errors.length} errors`);
  for (const error of new Set(errors)) console.log(`  ${error}`);
  console.log(`  all        ${percentiles([...ms.values()].flat())}`);
  const kinds: Question["kind"][] = ["list", "object", "events", "search", "histogram"];
  for (const kind of kinds) console.log(`  ${kind.padEnd(10)} ${percentiles(ms.get(kind) ?? [])}`);
}

/** Others may use the machine too: figures are worth what it had left. */
function sayLoad(when: string): void {
  console.log(
    `load average ${when}: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(" ")}`,
  );
}
