import { isKubinError, type LogStreamRef } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "../bundle/bundle-source.ts";
import { splitLogBlocks } from "../bundle/split-log-blocks.ts";
import { counted } from "./counted.ts";
import type { StreamMember } from "./log-parts.ts";
import { splitMembers } from "./split-members.ts";
import type { PackWork } from "./start-packing.ts";

/** The second reading: the lines of the chosen log files, redacted, in members. */
export async function* readLogs(opts: { source: BundleSource; work: PackWork }): AsyncGenerator<StreamMember> {
  const { source, work } = opts;
  const chosen = work.logs.choose();
  const { objects } = work.progress;
  work.progress = { stage: "logs", files: 0, bytes: 0, totalBytes: chosen.totalBytes, objects, logLines: 0 };
  const told = new Set<string>();
  for await (const entry of source.entries()) {
    work.report();
    const role = entry.kind === "file" ? chosen.take(entry.path) : undefined;
    if (!role) continue;
    work.progress.files++;
    const content = endingEarly(source.unpack(counted(entry, work)), { entry, work });
    if (role.role === "log") {
      yield* membersOf(role.decode ? role.decode(content) : content, { ...opts, entry, stream: role.stream });
      continue;
    }
    for await (const block of splitLogBlocks(content)) {
      if (isFirst(block.stream, { told, entry, work })) yield* membersOf(block.content, { ...opts, entry, ...block });
    }
  }
  for (const { path, namespace } of chosen.missing()) {
    const detail = "The log was there when the bundle was first read and gone, or out of reach, at the second time.";
    work.gaps.add({ kind: "missing", what: path, namespace, detail });
  }
}

interface OneLog {
  entry: BundleEntry;
  work: PackWork;
  stream: LogStreamRef;
}

async function* membersOf(content: AsyncIterable<Uint8Array>, opts: OneLog): AsyncGenerator<StreamMember> {
  const { entry, work } = opts;
  const { redactor } = work;
  const { namespace } = opts.stream;
  const stream = {
    ...opts.stream,
    namespace: redactor.namespace(namespace),
    pod: redactor.label(opts.stream.pod),
    container: redactor.label(opts.stream.container),
  };
  const onCut = (line: number) => {
    const detail = "Lines longer than 1 MiB keep their beginning only.";
    work.gaps.add({ kind: "cut", what: `${entry.path}, line ${line}`, namespace, detail });
  };
  const redacted = redactor.lines(content, { namespace, where: entry.path });
  for await (const member of splitMembers(redacted, { onCut })) {
    work.progress.logLines += member.lines;
    yield { ...member, stream };
  }
}

function isFirst(
  stream: LogStreamRef,
  { told, entry, work }: { told: Set<string>; entry: BundleEntry; work: PackWork },
): boolean {
  const key = `${stream.namespace}/${stream.pod}/${stream.container}`;
  if (!told.has(key)) {
    told.add(key);
    return true;
  }
  const detail = `The log of ${key} stands in the bundle more than once; the first one was taken.`;
  work.gaps.add({ kind: "duplicate", what: entry.path, namespace: stream.namespace, detail });
  return false;
}

/** A log that cannot be read to its end has the lines before that; the coverage says so. */
async function* endingEarly(content: AsyncIterable<Uint8Array>, opts: { entry: BundleEntry; work: PackWork }) {
  try {
    yield* content;
  } catch (error) {
    if (!isKubinError(error) || !["BAD_INPUT", "FORBIDDEN", "NOT_FOUND", "TOO_LARGE"].includes(error.code)) throw error;
    opts.work.gaps.add({ kind: "cut", what: opts.entry.path, detail: error.message });
  }
}
