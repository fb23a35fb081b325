import { join } from "node:path";
import { openKubin } from "@kubin/server/testing";
import { buildPackages } from "../testbed/build-packages.ts";
import { root, sample, spawnCli } from "../testbed/processes.ts";

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
  const kubin = await openKubin();
  const mustGather = await link(kubin.url, sample);
  const lab = await link(kubin.url, join(root, "samples/lab-cluster.yaml.gz"));
  return { mustGather, lab, url: kubin.url, close: () => kubin.close() };
}

async function link(server: string, bundle: string): Promise<string> {
  const cli = spawnCli(["import", bundle, "--server", server, "--wait", "--quiet"]);
  const code = await cli.ended;
  if (code !== 0) throw new Error(`kubin import ended with ${code}\n${cli.stderr()}`);
  return cli.stdout().trim();
}
