import type { TestProject } from "vitest/node";
import { importSamples } from "../browser/open-samples.ts";
import { buildPackages } from "../testbed/build-packages.ts";
import { type Role, spawnDistributed } from "./spawn-distributed.ts";

export interface ProvidedDistributed {
  /** The balancer before all. */
  url: string;
  processes: { role: Role; url: string }[];
}

declare module "vitest" {
  interface ProvidedContext {
    /** Only in the project `distributed`: there the suites run through these processes instead of an embedded Kubin. */
    distributed: ProvidedDistributed | undefined;
  }
}

/** One Kubin of eight processes for all suites of this profile, with both samples in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildPackages("@kubin/web", "@kubin/cli");
  const kubin = await spawnDistributed(project.getProvidedContext().engines);
  const close = async () => kubin[Symbol.asyncDispose]();
  try {
    const processes = kubin.processes.map(({ role, url }) => ({ role, url }));
    project.provide("distributed", { url: kubin.url, processes });
    project.provide("samples", { ...(await importSamples(kubin.url)), url: kubin.url });
  } catch (error) {
    console.error(kubin.log());
    await close();
    throw error;
  }
  return close;
}
