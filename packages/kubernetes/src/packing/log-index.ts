import { LogStreamRef, Namespace } from "@kubin/schema";
import type { LogBlocksRole, LogRole } from "../bundle/layout.ts";
import type { GapList } from "./gap-list.ts";

type FileRole = LogRole | LogBlocksRole;

interface LogFile {
  path: string;
  /** The same path may stand in an archive several times: which of them. */
  occurrence: number;
  /** Bytes as told; -1: unknown. */
  size: number;
  role: FileRole;
}

interface StreamFile extends LogFile {
  role: LogRole;
}

export interface LogIndex {
  add(file: Omit<LogFile, "occurrence">): void;
  /** One file for each stream; tells what is left out. */
  choose(): ChosenLogs;
}

interface ChosenLogs {
  /** To be called for each file of the second reading, in its order. */
  take(path: string): FileRole | undefined;
  /** Chosen and not met in the second reading. */
  missing(): { path: string; namespace: string }[];
  totalBytes: number;
}

/**
 * Which file tells the lines of a stream. must-gather reads a log without checking the kubelet's certificate
 * (`.insecure.log`) when the checked way failed, so that one counts when the other is missing or empty; where both have
 * lines they are two readings of the same log, and the checked one is taken. Several roots may hold the same log too.
 */
export function logIndex(gaps: GapList): LogIndex {
  const files: LogFile[] = [];
  const occurrences = new Map<string, number>();
  return {
    add(file) {
      const occurrence = (occurrences.get(file.path) ?? 0) + 1;
      occurrences.set(file.path, occurrence);
      files.push({ ...file, occurrence });
    },
    choose() {
      const chosen = new Map<string, LogFile>();
      let totalBytes = 0;
      for (const file of [...blockFiles(files), ...streamFiles(files, gaps)]) {
        if (file.size === 0) continue;
        chosen.set(file.path, file);
        totalBytes += Math.max(file.size, 0);
      }
      return { ...picking(chosen), totalBytes };
    },
  };
}

/** Of several occurrences of a path the last one counts, as it would after unpacking. */
function blockFiles(files: readonly LogFile[]): LogFile[] {
  const last = new Map<string, LogFile>();
  for (const file of files) if (file.role.role === "log-blocks") last.set(file.path, file);
  return [...last.values()];
}

function* streamFiles(files: readonly LogFile[], gaps: GapList): Generator<StreamFile> {
  const streams = new Map<string, StreamFile[]>();
  for (const file of bySource(files, gaps)) {
    const stream = validStream(file, gaps);
    if (!stream) continue;
    const key = [stream.namespace, stream.pod, stream.container, stream.source].join("/");
    const known = streams.get(key);
    const found = { ...file, role: { ...file.role, stream } };
    if (known) known.push(found);
    else streams.set(key, [found]);
  }
  for (const same of streams.values()) {
    const [best, ...others] = same.sort(byPreference);
    if (!best || best.size === 0) continue;
    yield best;
    for (const other of others) tellOther(other, gaps);
  }
}

/** Numbered runs of a container: the last is current, the one before previous; older ones have no place. */
function* bySource(files: readonly LogFile[], gaps: GapList): Generator<StreamFile> {
  const runs = new Map<string, Set<number>>();
  const keyOf = ({ stream }: LogRole) => `${stream.namespace}/${stream.pod}/${stream.container}`;
  for (const { role } of files) {
    if (role.role !== "log" || role.run === undefined) continue;
    runs.set(keyOf(role), (runs.get(keyOf(role)) ?? new Set()).add(role.run));
  }
  for (const file of files) {
    const { role } = file;
    if (role.role !== "log") continue;
    const newest = [...(runs.get(keyOf(role)) ?? [])].sort((a, b) => b - a);
    const age = role.run === undefined ? undefined : newest.indexOf(role.run);
    if (age === undefined) yield { ...file, role };
    else if (age < 2) {
      const source = age === 0 ? "current" : "previous";
      yield { ...file, role: { ...role, stream: { ...role.stream, source } } };
    } else {
      const detail = "The log of an earlier run; a snapshot holds the current and the previous one of each container.";
      gaps.add({ kind: "skipped", what: file.path, namespace: role.stream.namespace, detail });
    }
  }
}

function picking(chosen: Map<string, LogFile>): Omit<ChosenLogs, "totalBytes"> {
  const met = new Map<string, number>();
  return {
    take(path) {
      const file = chosen.get(path);
      if (!file) return undefined;
      const occurrence = (met.get(path) ?? 0) + 1;
      met.set(path, occurrence);
      if (occurrence !== file.occurrence) return undefined;
      chosen.delete(path);
      return file.role;
    },
    missing: () =>
      [...chosen.values()].map(({ path, role }) => ({
        path,
        namespace: role.role === "log" ? role.stream.namespace : "",
      })),
  };
}

/** With lines before empty, checked before unchecked, plain before packed, then the larger and the later one. */
function byPreference(a: StreamFile, b: StreamFile): number {
  return (
    Number(b.size !== 0) - Number(a.size !== 0) ||
    Number(a.role.insecure ?? false) - Number(b.role.insecure ?? false) ||
    Number(a.path.endsWith(".gz")) - Number(b.path.endsWith(".gz")) ||
    b.size - a.size ||
    b.occurrence - a.occurrence ||
    (a.path < b.path ? 1 : -1)
  );
}

function tellOther(file: StreamFile, gaps: GapList): void {
  if (file.size === 0) return;
  const detail = file.role.insecure
    ? "The same log was also read with the kubelet's certificate checked; this unchecked reading was left out."
    : "Another file of the bundle tells the lines of the same container; this one was left out.";
  gaps.add({ kind: "duplicate", what: file.path, namespace: file.role.stream.namespace, detail });
}

function validStream(file: StreamFile, gaps: GapList): LogStreamRef | undefined {
  const { stream } = file.role;
  if (LogStreamRef.safeParse(stream).success) return stream;
  const moved = { ...stream, namespace: "" };
  const isMoved = LogStreamRef.safeParse(moved).success;
  const detail = Namespace.safeParse(stream.namespace).success
    ? "The names of pod and container are none that a cluster accepts; the log was left out."
    : "The log's namespace is none that a cluster accepts; it is shown with what belongs to no namespace.";
  gaps.add({ kind: "refused", what: file.path, detail });
  return isMoved ? moved : undefined;
}
