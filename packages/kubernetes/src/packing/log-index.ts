import { LogStreamRef, Namespace } from "@kubin/schema";
import type { GapList } from "./gap-list.ts";

/** A log file as the first reading met it. */
interface LogFile {
  path: string;
  /** The same path may stand in an archive several times: which of them. */
  occurrence: number;
  stream: LogStreamRef;
  /** Bytes as told; -1: unknown. */
  size: number;
  /** Read from a kubelet whose certificate was checked. */
  secure: boolean;
  packed: boolean;
}

export interface LogIndex {
  add(file: Omit<LogFile, "occurrence">): void;
  /** One file for each stream; tells what is left out. */
  choose(): ChosenLogs;
}

interface ChosenLogs {
  /** To be called for each log file of the second reading, in its order. */
  take(path: string): { stream: LogStreamRef; packed: boolean } | undefined;
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
  const streams = new Map<string, LogFile[]>();
  const occurrences = new Map<string, number>();
  return {
    add(file) {
      const occurrence = (occurrences.get(file.path) ?? 0) + 1;
      occurrences.set(file.path, occurrence);
      const stream = validStream(file, gaps);
      if (!stream) return;
      const key = [stream.namespace, stream.pod, stream.container, stream.source].join("/");
      const known = streams.get(key);
      const found = { ...file, stream, occurrence };
      if (known) known.push(found);
      else streams.set(key, [found]);
    },
    choose() {
      const chosen = new Map<string, LogFile>();
      let totalBytes = 0;
      for (const files of streams.values()) {
        const [best, ...others] = files.sort(byPreference);
        if (!best || best.size === 0) continue;
        chosen.set(best.path, best);
        totalBytes += Math.max(best.size, 0);
        for (const other of others) tellOther(other, gaps);
      }
      return { ...picking(chosen), totalBytes };
    },
  };
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
      return { stream: file.stream, packed: file.packed };
    },
    missing: () => [...chosen.values()].map(({ path, stream }) => ({ path, namespace: stream.namespace })),
  };
}

/** With lines before empty, checked before unchecked, plain before packed, then the larger and the later one. */
function byPreference(a: LogFile, b: LogFile): number {
  return (
    Number(b.size !== 0) - Number(a.size !== 0) ||
    Number(b.secure) - Number(a.secure) ||
    Number(a.packed) - Number(b.packed) ||
    b.size - a.size ||
    b.occurrence - a.occurrence ||
    (a.path < b.path ? 1 : -1)
  );
}

function tellOther(file: LogFile, gaps: GapList): void {
  if (file.size === 0) return;
  const detail = file.secure
    ? "Another file of the bundle tells the lines of the same container; this one was left out."
    : "The same log was also read with the kubelet's certificate checked; this unchecked reading was left out.";
  gaps.add({ kind: "duplicate", what: file.path, namespace: file.stream.namespace, detail });
}

function validStream(file: Omit<LogFile, "occurrence">, gaps: GapList): LogStreamRef | undefined {
  if (LogStreamRef.safeParse(file.stream).success) return file.stream;
  const moved = { ...file.stream, namespace: "" };
  const detail = Namespace.safeParse(file.stream.namespace).success
    ? "The names of pod and container are none that a cluster accepts; the log was left out."
    : "The log's namespace is none that a cluster accepts; it is shown with what belongs to no namespace.";
  const isMoved = LogStreamRef.safeParse(moved).success;
  gaps.add({ kind: "refused", what: file.path, detail });
  return isMoved ? moved : undefined;
}
