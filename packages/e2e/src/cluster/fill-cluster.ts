import { z } from "zod";
import { Applier } from "./apply.ts";
import { type Kube, openKube } from "./kube.ts";
import { accessManifests, namespaceManifests, nodeManifests } from "./manifests/base.ts";
import { configuration } from "./manifests/configuration.ts";
import { countPods } from "./manifests/count-pods.ts";
import { dead, definitions, gadgets, widgets } from "./manifests/extensions.ts";
import { failing, loggers } from "./manifests/failing.ts";
import { customResources } from "./manifests/manifest.ts";
import { surroundings } from "./manifests/surroundings.ts";
import { workloads } from "./manifests/workloads.ts";
import { until } from "./until.ts";
import { untilAtRest } from "./until-at-rest.ts";
import { writeLogs } from "./write-logs.ts";

export interface FillOptions {
  /** Of an admin. */
  kubeconfig: string;
  /** Which the simulated kubelet can read. */
  logs: string;
}

/**
 * Fills a cluster with something of everything that a capture meets, and waits until it has come to rest. Does little
 * where that was done before.
 */
export async function fillCluster({ kubeconfig, logs }: FillOptions): Promise<void> {
  using kube = await openKube(kubeconfig);
  await new Applier(kube).apply([...namespaceManifests(), ...nodeManifests(), ...definitions()]);
  await until("the definitions of custom resources to be served", () => isServed(kube));
  // Anew: the server tells kinds that it did not know before.
  const applier = new Applier(kube);
  await applier.apply([...accessManifests(), ...(await writeLogs(logs)), ...configuration(), ...surroundings()]);
  await until("service accounts for the pods", () => haveServiceAccounts(kube));
  const running = [...workloads(), ...failing(), ...loggers()];
  await applier.apply([...running, ...gadgets()]);
  await applier.create(await missingWidgets(kube));
  await applier.apply(dead());
  await untilAtRest(kube, countPods(running));
  await addEphemeral(kube);
}

async function isServed(kube: Kube): Promise<boolean> {
  const { group, plural } = customResources;
  const answers = await Promise.all(
    [plural, "gadgets"].map((name) => kube.ask({ path: `/apis/${group}/v1/${name}?limit=1` })),
  );
  return answers.every(({ status }) => status === 200);
}

/** Pods are refused in a namespace whose default account is not there yet. */
async function haveServiceAccounts(kube: Kube): Promise<boolean> {
  const paths = namespaceManifests().map(
    ({ metadata }) => `/api/v1/namespaces/${metadata.name}/serviceaccounts/default`,
  );
  const answers = await Promise.all(paths.map((path) => kube.ask({ path })));
  return answers.every(({ status }) => status === 200);
}

async function missingWidgets(kube: Kube): Promise<ReturnType<typeof widgets>> {
  const { group, plural, count } = customResources;
  const shape = z.object({
    items: z.array(z.unknown()),
    metadata: z.object({ remainingItemCount: z.number().optional() }),
  });
  const { items, metadata } = shape.parse(await kube.json({ path: `/apis/${group}/v1/${plural}?limit=1` }));
  return items.length + (metadata.remainingItemCount ?? 0) === count ? [] : widgets();
}

/** As `kubectl debug` does. */
async function addEphemeral(kube: Kube): Promise<void> {
  const path = "/api/v1/namespaces/shop/pods/bare";
  const container = { name: "debugger", image: "registry.example/debug:1", targetContainerName: "main" };
  await kube.json({
    method: "PATCH",
    path: `${path}/ephemeralcontainers`,
    body: { spec: { ephemeralContainers: [container] } },
    type: "application/strategic-merge-patch+json",
  });
  const reported = z.object({ status: z.object({ ephemeralContainerStatuses: z.array(z.unknown()).optional() }) });
  await until("the ephemeral container to run", async () => {
    return reported.parse(await kube.json({ path })).status.ephemeralContainerStatuses !== undefined;
  });
}
