import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longStreamParts } from "../../src/testbed/long-stream.ts";
import { objectsPart, pod } from "../../src/testbed/make-parts.ts";
import { manyPods } from "../../src/testbed/many-pods.ts";
import { root, sample, spawnCli } from "../../src/testbed/processes.ts";
import { uploadMade } from "../../src/testbed/upload-parts.ts";

export const longStreamLines = 5_000_000;

/** Links to what is measured. */
export interface Stage {
  mustGather: string;
  lab: string;
  /** 50,000 pods. */
  pods: string;
  /** One stream of 5 million lines. */
  lines: string;
}

export async function prepareStage(server: string): Promise<Stage> {
  const mustGather = await told("must-gather sample", () => imported(server, sample));
  const lab = await told("lab sample", () => imported(server, join(root, "samples/lab-cluster.yaml.gz")));
  const pods = await told("50,000 pods", async () => {
    const { ticket } = await uploadMade(server, { name: "50,000 pods", parts: manyPods(50_000) });
    return ticket.url;
  });
  const messages = await sampleMessages();
  const lines = await told(`${longStreamLines.toLocaleString("en")} lines of one log`, async () => {
    const { ticket, snapshot } = await uploadMade(server, { name: "long log", parts: parts(messages) });
    if (snapshot.counts.logLines !== longStreamLines) throw new Error(`only ${snapshot.counts.logLines} lines came`);
    return ticket.url;
  });
  return { mustGather, lab, pods, lines };
}

function* parts(messages: readonly string[]) {
  yield objectsPart("resources", "shop", [pod("shop", "busy-0")]);
  yield* longStreamParts(messages, longStreamLines);
}

async function told(what: string, work: () => Promise<string>): Promise<string> {
  const started = performance.now();
  const link = await work();
  console.log(`${what}: uploaded and indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return link;
}

async function imported(server: string, bundle: string): Promise<string> {
  const cli = spawnCli(["import", bundle, "--server", server, "--wait", "--quiet"]);
  const code = await cli.ended;
  if (code !== 0) throw new Error(`kubin import ended with ${code}\n${cli.stderr()}`);
  return cli.stdout().trim();
}

/** Lines of the sample's operators and API servers without their times, some 20,000 of them. */
async function sampleMessages(): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), "kubin-lines-"));
  try {
    spawnSync("tar", ["xzf", sample, "-C", dir, "--wildcards", "*/logs/current.log"]);
    const messages: string[] = [];
    for (const path of (await readdir(dir, { recursive: true })).sort()) {
      if (!/(network-operator|kube-apiserver|csi-provisioner|cert-syncer)\/logs\/current\.log$/.test(path)) continue;
      const text = await readFile(join(dir, path), "utf8");
      for (const line of text.split("\n")) if (line !== "") messages.push(line.replace(/^\S+Z /, ""));
    }
    return messages;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
