import { isKubinError, type LogStreamRef } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "../bundle/bundle-source.ts";
import { redactLog } from "../redaction/redact-text.ts";
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
  for await (const entry of source.entries()) {
    work.report();
    const log = entry.kind === "file" ? chosen.take(entry.path) : undefined;
    if (log) yield* membersOf(entry, { ...opts, ...log });
  }
  for (const { path, namespace } of chosen.missing()) {
    const detail = "The log was there when the bundle was first read and gone, or out of reach, at the second time.";
    work.gaps.add({ kind: "missing", what: path, namespace, detail });
  }
}

interface OneLog {
  source: BundleSource;
  work: PackWork;
  stream: LogStreamRef;
  packed: boolean;
}

async function* membersOf(entry: BundleEntry, opts: OneLog): AsyncGenerator<StreamMember> {
  const { stream, work } = opts;
  const content = counted(entry, work);
  const plain = opts.packed && opts.source.gunzip ? opts.source.gunzip(content) : content;
  work.progress.files++;
  const onCut = (line: number) => {
    const detail = "Lines longer than 1 MiB keep their beginning only.";
    work.gaps.add({ kind: "cut", what: `${entry.path}, line ${line}`, namespace: stream.namespace, detail });
  };
  for await (const member of splitMembers(redactLog(endingEarly(plain, entry, opts)), { onCut })) {
    work.progress.logLines += member.lines;
    yield { ...member, stream };
  }
}

/** A log that cannot be read to its end has the lines before that. The source tells of its own files, not of gzip in them. */
async function* endingEarly(plain: AsyncIterable<Uint8Array>, entry: BundleEntry, opts: OneLog) {
  try {
    yield* plain;
  } catch (error) {
    if (!isKubinError(error) || !["BAD_INPUT", "FORBIDDEN", "NOT_FOUND", "TOO_LARGE"].includes(error.code)) throw error;
    if (!opts.packed) return;
    opts.work.gaps.add({ kind: "cut", what: entry.path, namespace: opts.stream.namespace, detail: error.message });
  }
}
