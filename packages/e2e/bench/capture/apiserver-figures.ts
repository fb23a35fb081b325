import { openKube } from "../../src/cluster/kube.ts";

export interface ApiserverFigures {
  /** Answered since it started, but for watches, leases, and what the engines around it ask for by themselves. */
  requests: number;
  cpuSeconds: number;
  /** Resident memory of the moment, in bytes. */
  memory: number;
}

/** What the API server says of itself (`/metrics`; names: kubernetes.io/docs/reference/instrumentation/metrics). */
export async function apiserverFigures(kubeconfig: string): Promise<ApiserverFigures> {
  using kube = await openKube(kubeconfig);
  const text = (await kube.ask({ path: "/metrics" })).body.toString();
  const sumOf = (name: string, counts: (labels: string) => boolean = () => true) => {
    let sum = 0;
    for (const [, labels = "", value] of text.matchAll(new RegExp(`^${name}(\\{.*\\})? (\\S+)$`, "gm")))
      if (counts(labels)) sum += Number(value);
    return sum;
  };
  return {
    requests: sumOf("apiserver_request_total", (labels) => /verb="(GET|LIST|CONNECT)"/.test(labels) && isAsked(labels)),
    cpuSeconds: sumOf("process_cpu_seconds_total"),
    memory: sumOf("process_resident_memory_bytes"),
  };
}

/** Leases and the like are read all the time by the controllers. */
function isAsked(labels: string): boolean {
  return !/resource="(leases|endpointslices)"/.test(labels);
}

export function between(before: ApiserverFigures, after: ApiserverFigures): ApiserverFigures {
  return {
    requests: after.requests - before.requests,
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    memory: after.memory,
  };
}
