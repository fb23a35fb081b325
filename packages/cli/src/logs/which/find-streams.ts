import { KubinError, type LogStream } from "@kubin/schema";
import { inert } from "../../output/inert.ts";
import { globOf } from "../../usage/glob-of.ts";
import { findWorkload } from "./find-workload.ts";
import { listStreams } from "./list-streams.ts";
import { isPodKind, parseTarget } from "./target.ts";
import type { WhereToLook } from "./where-to-look.ts";

/** Streams of what was named, of all its containers and runs. */
export interface FoundStreams {
  /** As sentences call it: `Pod web-0`, `Deployment web`. */
  title: string;
  /** A pod by its full name: which of its containers has to be said. */
  isOnePod: boolean;
  streams: LogStream[];
  /** Pods of it without any log. */
  silent: string[];
}

/** What the streams of a name are: of a pod, of the pods that fit a pattern, of the pods of a workload. Throws NOT_FOUND. */
export async function findStreams(opts: WhereToLook, text: string): Promise<FoundStreams> {
  const { kind, name } = parseTarget(text);
  if (kind === undefined || isPodKind(kind)) {
    const ofPods = name.includes("*") ? await ofPattern(opts, name) : await ofPod(opts, name);
    if (ofPods) return ofPods;
  }
  if (kind !== undefined && isPodKind(kind)) throw await noLog(opts, name);
  const workload = await findWorkload(opts, { kind, name });
  if (!workload) throw await noLog(opts, name);
  const pods = new Set(workload.pods);
  const { namespace, title } = workload;
  const streams = (await listStreams({ ...opts, namespace })).filter(({ pod }) => pods.has(pod));
  for (const { pod } of streams) pods.delete(pod);
  if (streams.length === 0) {
    const sentence = `The snapshot has none of the logs of ${inert(title)} in ${inert(namespace)}.`;
    throw new KubinError("NOT_FOUND", `${sentence}\nIts pods: ${listed(workload.pods)}.`);
  }
  return { title, isOnePod: false, streams, silent: [...pods] };
}

async function ofPod(opts: WhereToLook, pod: string): Promise<FoundStreams | undefined> {
  const streams = (await listStreams({ ...opts, pod })).filter((stream) => stream.pod === pod);
  if (streams.length === 0) return undefined;
  const namespaces = [...new Set(streams.map((stream) => stream.namespace))];
  if (namespaces.length > 1) {
    throw new KubinError("BAD_INPUT", `There is a pod ${inert(pod)} in ${listed(namespaces)}.\nSay which with -n.`);
  }
  return { title: `Pod ${pod}`, isOnePod: true, streams, silent: [] };
}

async function ofPattern(opts: WhereToLook, pattern: string): Promise<FoundStreams | undefined> {
  const [text = ""] = pattern.split("*").sort((a, b) => b.length - a.length);
  const glob = globOf(pattern);
  const streams = (await listStreams({ ...opts, text })).filter(({ pod }) => glob.test(pod));
  return streams.length === 0 ? undefined : { title: `Pods ${pattern}`, isOnePod: false, streams, silent: [] };
}

/** No stream at all: is the pod unknown, or was its log not captured? */
async function noLog({ client, snapshotId, namespace }: WhereToLook, name: string): Promise<KubinError> {
  const where = namespace === undefined ? "" : ` in namespace ${inert(namespace)}`;
  const filter = { group: "", plural: "pods", name, ...(namespace !== undefined && { namespaces: [namespace] }) };
  const [{ total }, near] = await Promise.all([
    client.metadata.resources.query({ snapshotId, filter, limit: 1 }),
    client.query.streams.query({ snapshotId, text: name, limit: 5 }),
  ]);
  const names = [...new Set(near.items.map((stream) => `${stream.namespace}/${stream.pod}`))];
  const hint = names.length > 0 ? `There are logs of ${listed(names)}.` : "`kubin search` looks through all logs.";
  const what =
    total > 0
      ? `The snapshot has the pod ${inert(name)}${where}, but none of its logs.`
      : `The snapshot has no pod ${inert(name)}${where}, and no workload of that name.`;
  return new KubinError("NOT_FOUND", `${what}\n${hint}`);
}

export function listed(names: readonly string[]): string {
  const most = 10;
  const more = names.length > most ? ` and ${names.length - most} more` : "";
  return `${names.slice(0, most).map(inert).join(", ")}${more}`;
}
