import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackages } from "../testbed/build-packages.ts";
import { freePort, root, sample, spawnCli, spawnServer } from "../testbed/processes.ts";

export interface Samples {
  /** Links as the CLI printed them. */
  mustGather: string;
  lab: string;
  /** Base address, for the owner's pages. */
  url: string;
  close(): Promise<void>;
}

/** A real Kubin with both samples in it, imported by the real CLI. */
export async function openSamples(): Promise<Samples> {
  await buildPackages("@kubin/web", "@kubin/cli");
  const dataDir = await mkdtemp(join(tmpdir(), "kubin-"));
  const server = await spawnServer({ dataDir, port: await freePort() });
  const close = async () => {
    server.child.kill("SIGTERM");
    await server.ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...(await importSamples(server.url)), url: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Links to both samples, imported by the real CLI. */
export async function importSamples(server: string): Promise<Pick<Samples, "mustGather" | "lab">> {
  const mustGather = await link(server, sample);
  return { mustGather, lab: await link(server, join(root, "samples/lab-cluster.yaml.gz")) };
}

async function link(server: string, bundle: string): Promise<string> {
  const cli = spawnCli(["import", bundle, "--server", server, "--wait", "--quiet"]);
  const code = await cli.ended;
  if (code !== 0) throw new Error(`kubin import ended with ${code}\n${cli.stderr()}`);
  return cli.stdout().trim();
}
