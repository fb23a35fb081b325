import { isKubinError, type LogStreamRef } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "../bundle/bundle-source.ts";
import { detached } from "../bundle/detached.ts";
import { splitLogBlocks } from "../bundle/split-log-blocks.ts";
import { counted } from "./counted.ts";
import { maxLogFiles } from "./log-index.ts";
import type { StreamMember } from "./log-parts.ts";
import { type ManifestRoom, manifestRoom } from "./manifest-room.ts";
import { splitMembers } from "./split-members.ts";
import type { PackWork } from "./start-packing.ts";

/** The second reading: the lines of the chosen log files, redacted, in members. */
export async function* readLogs(opts: { source: BundleSource; work: PackWork }): AsyncGenerator<StreamMember> {
  const { source, work } = opts;
  const chosen = work.logs.choose();
  const { objects } = work.progress;
  work.progress = { stage: "logs", files: 0, bytes: 0, totalBytes: chosen.totalBytes, objects, logLines: 0 };
  const told = new Set<string>();
  const room = manifestRoom();
  for await (const entry of source.entries()) {
    work.report();
    const role = entry.kind === "file" ? chosen.take(entry) : undefined;
    if (!role) continue;
    work.progress.files++;
    if (room.isFull()) {
      tellFull(work, role.role === "log" ? role.stream.namespace : "");
      continue;
    }
    const content = endingEarly(source.unpack(counted(entry, work)), { entry, work });
    if (role.role === "log") {
      yield* membersOf(role.decode ? role.decode(content) : content, { entry, work, room, stream: role.stream });
      continue;
    }
    const onError = (stream: LogStreamRef) => tellError(stream, work);
    for await (const { stream, content: lines } of splitLogBlocks(content, onError)) {
      if (isFirst(stream, { told, entry, work })) yield* membersOf(lines, { entry, work, room, stream });
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
  room: ManifestRoom;
  stream: LogStreamRef;
}

async function* membersOf(content: AsyncIterable<Uint8Array>, opts: OneLog): AsyncGenerator<StreamMember> {
  const { entry, work } = opts;
  const { redactor } = work;
  const { namespace } = opts.stream;
  // Detached: the manifest keeps these names to the end, and must not keep the paths they were cut out of.
  const stream = {
    ...opts.stream,
    namespace: detached(redactor.namespace(namespace)),
    pod: detached(redactor.label(opts.stream.pod)),
    container: detached(redactor.label(opts.stream.container)),
  };
  const onCut = (line: number) => {
    const detail = "Lines longer than 1 MiB keep their beginning only.";
    work.gaps.add({ kind: "cut", what: `${entry.path}, line ${line}`, namespace, detail });
  };
  const redacted = redactor.lines(content, { namespace, where: entry.path });
  for await (const member of splitMembers(redacted, { onCut })) {
    if (!opts.room.take(stream, member.bytes.length)) {
      if (member.firstLine === 0) tellFull(work, namespace);
      else {
        const detail = `The log is cut before line ${member.firstLine}: the manifest has no room for more.`;
        work.gaps.add({ kind: "cut", what: entry.path, namespace, detail });
      }
      return;
    }
    work.progress.logLines += member.lines;
    yield { ...member, stream };
  }
}

function tellError({ namespace, pod, container }: LogStreamRef, work: PackWork): void {
  const detail = "The cluster gave an error in the place of this log, or it was not there, when the bundle was made.";
  work.gaps.add({ kind: "missing", what: `log of ${pod}/${container}`, namespace, detail });
}

function tellFull(work: PackWork, namespace: string): void {
  const detail = "The bundle has more logs than a manifest can list; these were left out.";
  work.gaps.add({ kind: "cut", what: "further logs", namespace, detail });
}

function isFirst(
  stream: LogStreamRef,
  { told, entry, work }: { told: Set<string>; entry: BundleEntry; work: PackWork },
): boolean {
  const key = `${stream.namespace}/${stream.pod}/${stream.container}`;
  if (!told.has(key) && told.size < maxLogFiles) {
    told.add(key);
    return true;
  }
  if (!told.has(key)) {
    tellFull(work, stream.namespace);
    return false;
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
