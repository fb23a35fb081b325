import type { KubinClient } from "@kubin/client";
import { KubinError, type LogStream } from "@kubin/schema";
import { inert } from "../output/inert.ts";

interface FindStream {
  client: KubinClient;
  snapshotId: string;
  /** `name` or `pod/name`. */
  pod: string;
  namespace?: string | undefined;
  container?: string | undefined;
  previous: boolean;
}

/** The one stream that is meant. Throws NOT_FOUND, or BAD_INPUT with the choices where several are. */
export async function findStream(opts: FindStream): Promise<LogStream> {
  const pod = opts.pod.replace(/^(?:pods?|po)\//, "");
  const streams = await streamsOf(opts, pod);
  if (streams.length === 0) throw await noLog(opts, pod);
  const namespaces = [...new Set(streams.map((stream) => stream.namespace))];
  if (namespaces.length > 1) {
    throw new KubinError("BAD_INPUT", `There is a pod ${inert(pod)} in ${listed(namespaces)}.\nSay which with -n.`);
  }
  const source = opts.previous ? "previous" : "current";
  const ofRun = streams.filter((stream) => stream.source === source);
  if (ofRun.length === 0) throw otherRun(pod, opts.previous);
  const containers = ofRun.map((stream) => stream.container);
  if (opts.container === undefined) {
    const [only] = ofRun;
    if (only && ofRun.length === 1) return only;
    throw new KubinError(
      "BAD_INPUT",
      `Pod ${inert(pod)} has several containers: ${listed(containers)}.\nSay which with -c.`,
    );
  }
  const found = ofRun.find((stream) => stream.container === opts.container);
  if (found) return found;
  const sentence = `Pod ${inert(pod)} has no log of a container ${inert(opts.container)}.`;
  throw new KubinError("NOT_FOUND", `${sentence}\nCaptured: ${listed(containers)}.`);
}

async function streamsOf({ client, snapshotId, namespace }: FindStream, pod: string): Promise<LogStream[]> {
  const namespaces = namespace === undefined ? undefined : [namespace];
  const streams: LogStream[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.query.streams.query({ snapshotId, namespaces, pod, limit: 1000, cursor });
    streams.push(...page.items.filter((stream) => stream.pod === pod));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return streams;
}

function otherRun(pod: string, previous: boolean): KubinError {
  const sentence = previous
    ? `No log of a previous run of ${inert(pod)} was captured; leave -p away for the present one.`
    : `Only the log of a previous run of ${inert(pod)} was captured; add -p.`;
  return new KubinError("NOT_FOUND", sentence);
}

/** No stream at all: is the pod unknown, or was its log not captured? */
async function noLog({ client, snapshotId, namespace }: FindStream, pod: string): Promise<KubinError> {
  const where = namespace === undefined ? "" : ` in namespace ${inert(namespace)}`;
  const filter = { group: "", plural: "pods", name: pod, ...(namespace !== undefined && { namespaces: [namespace] }) };
  const [{ total }, near] = await Promise.all([
    client.metadata.resources.query({ snapshotId, filter, limit: 1 }),
    client.query.streams.query({ snapshotId, text: pod, limit: 5 }),
  ]);
  const names = [...new Set(near.items.map((stream) => `${stream.namespace}/${stream.pod}`))];
  const hint = names.length > 0 ? `There are logs of ${listed(names)}.` : "`kubin search` looks through all logs.";
  const what =
    total > 0
      ? `The snapshot has the pod ${inert(pod)}${where}, but none of its logs.`
      : `The snapshot has no pod ${inert(pod)}${where}.`;
  return new KubinError("NOT_FOUND", `${what}\n${hint}`);
}

function listed(names: readonly string[]): string {
  return names.map(inert).join(", ");
}
