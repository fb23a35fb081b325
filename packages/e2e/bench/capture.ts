import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answeringEngines } from "../../../infra/engines/answering-engines.ts";
import { readCapture } from "../src/cluster/read-capture.ts";
import { apiserverFigures, between } from "./capture/apiserver-figures.ts";
import { fillWithPods, untilAllRun } from "./capture/fill-with-pods.ts";
import { type CaptureRun, runCapture } from "./capture/run-capture.ts";
import { runDump } from "./capture/run-dump.ts";
import { median, megabytes, percentiles, timings } from "./figures.ts";
import { withServer } from "./with-server.ts";

const runs = 3;
const links = 20;

/**
 * `kubin create` beside `kubectl cluster-info dump -A`, of a cluster of 25 and of 1,000 pods with logs; the time of the
 * link. Wants a control plane that has nothing else in it: one of its own (`KUBIN_ENGINES_PORT`, `KUBIN_ENGINES_DATA`).
 */
export async function capture(): Promise<void> {
  const { kubeconfig, kubectl, logs } = await controlPlane();
  const folder = await mkdtemp(join(tmpdir(), "kubin-capture-bench-"));
  try {
    await withServer(async ({ url }) => {
      for (const pods of [25, 1_000]) {
        await fillWithPods({ kubeconfig, logs, pods });
        await untilAllRun(kubeconfig);
        console.log(`${pods} pods with logs`);
        await compare({ kubeconfig, kubectl, folder, url });
      }
      const all: number[] = [];
      for (let run = 0; run < links; run++)
        all.push((await runCapture([...to(kubeconfig, url), "--include", "nodes", "--no-logs"])).linkMs);
      console.log(`Enter to the link                  ${percentiles(all)}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Memory for clusters of up to 50,000 pods, which are pending for the most part: it must not grow with them. */
export async function captureLarge(): Promise<void> {
  const { kubeconfig, logs } = await controlPlane();
  const folder = await mkdtemp(join(tmpdir(), "kubin-capture-bench-"));
  try {
    for (const pods of [1_000, 10_000, 50_000]) {
      await fillWithPods({ kubeconfig, logs, pods });
      const before = await apiserverFigures(kubeconfig);
      const args = ["--kubeconfig", kubeconfig, "--to-file", join(folder, "large.kubin"), "--force", "--no-logs"];
      const ran = await runCapture(args);
      const load = between(before, await apiserverFigures(kubeconfig));
      console.log(`${pods} pods, no logs: ${seconds(ran.ms)}, peak of the CLI ${megabytes(ran.peak)}`);
      console.log(`  API server: ${load.requests} requests, ${load.cpuSeconds.toFixed(1)} CPU s`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function controlPlane() {
  const { KUBIN_TEST_KUBECONFIG, KUBIN_TEST_KUBECTL, KUBIN_TEST_LOGS } = await answeringEngines("control-plane");
  return { kubeconfig: KUBIN_TEST_KUBECONFIG ?? "", kubectl: KUBIN_TEST_KUBECTL ?? "", logs: KUBIN_TEST_LOGS ?? "" };
}

interface Compare {
  kubeconfig: string;
  kubectl: string;
  folder: string;
  url: string;
}

async function compare({ kubeconfig, kubectl, folder, url }: Compare): Promise<void> {
  const dumps: number[] = [];
  const captures: CaptureRun[] = [];
  for (let run = 0; run < runs; run++) {
    const into = join(folder, `dump-${run}`);
    const before = await apiserverFigures(kubeconfig);
    const dump = await runDump({ kubectl, kubeconfig, folder: into });
    const middle = await apiserverFigures(kubeconfig);
    dumps.push(dump.ms);
    captures.push(await runCapture(to(kubeconfig, url)));
    if (run === 0) {
      const after = await apiserverFigures(kubeconfig);
      tellLoad("kubectl", between(before, middle));
      console.log(`  kubectl: ${dump.objects} objects, ${dump.lines} lines of logs, ${megabytes(dump.bytes)}`);
      tellLoad("kubin", between(middle, after));
      await tellContent({ kubeconfig, folder });
    }
    await rm(into, { recursive: true });
  }
  const times = captures.map(({ ms }) => ms);
  console.log(`  kubectl cluster-info dump -A     ${timings(dumps)}`);
  console.log(`  kubin create, Enter to COMPLETED ${timings(times)}`);
  console.log(`  dump / create: ${(median(dumps) / median(times)).toFixed(2)} (more than 1: Kubin is faster)`);
  console.log(`  peak memory of the CLI ${megabytes(Math.max(...captures.map(({ peak }) => peak)))}`);
}

function to(kubeconfig: string, url: string): string[] {
  return ["--kubeconfig", kubeconfig, "--server", url, "--wait"];
}

function tellLoad(who: string, load: Awaited<ReturnType<typeof apiserverFigures>>): void {
  console.log(
    `  ${who}: ${load.requests} requests, ${load.cpuSeconds.toFixed(1)} CPU s of the API server, which has ${megabytes(load.memory)} then`,
  );
}

/** Unpacked, after redaction. */
async function tellContent({ kubeconfig, folder }: { kubeconfig: string; folder: string }): Promise<void> {
  const file = join(folder, "capture.kubin");
  const { ms } = await runCapture(["--kubeconfig", kubeconfig, "--to-file", file, "--force"]);
  const { manifest, objects, everything } = await readCapture(file);
  const lines = manifest.parts.reduce((sum, { type, items }) => sum + (type === "logs" ? items : 0), 0);
  const bytes = everything.reduce((sum, { length }) => sum + length, 0);
  console.log(
    `  kubin: ${objects.length} objects, ${lines} lines of logs, ${megabytes(bytes)}; into a file in ${seconds(ms)}`,
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
