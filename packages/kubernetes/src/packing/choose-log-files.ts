import type { LogRole } from "../bundle/layout.ts";
import type { GapList } from "./gap-list.ts";

/** A file with the log of one container. */
export interface LogFile {
  path: string;
  /** Bytes as told; -1: unknown. */
  size: number;
  /** The same path may stand in an archive several times: which of them counts, from 1, and how many there are. */
  occurrence: number;
  occurrences: number;
  role: LogRole;
}

/**
 * Of all files with logs of one container, those that tell the lines of its current and its previous run, at most one
 * each; the others are told. The choice does not depend on the order of the files.
 *
 * must-gather reads a log without checking the kubelet's certificate (`.insecure.log`) when the checked way failed, so
 * that one counts when the other is missing or empty; where both have lines they are two readings of the same log, and
 * the checked one is taken. Several roots may hold the same log too.
 */
export function* chooseLogFiles(files: readonly LogFile[], gaps: GapList): Generator<LogFile> {
  const streams = { current: [] as LogFile[], previous: [] as LogFile[] };
  for (const file of withSources(ofOnePod(files, gaps), gaps)) streams[file.role.stream.source].push(file);
  for (const same of [streams.current, streams.previous]) {
    const [best, ...others] = same.sort(byPreference);
    if (!best || best.size === 0) continue;
    const { path, role, occurrences } = best;
    const { namespace } = role.stream;
    if (role.excerpt !== undefined) gaps.add({ kind: "cut", what: path, namespace, detail: role.excerpt });
    if (occurrences > 1) {
      const detail = "The archive holds this path more than once; the last one counts, as it would after unpacking.";
      gaps.add({ kind: "duplicate", what: path, namespace, detail, count: occurrences - 1 });
    }
    for (const other of others) tellOther(other, gaps);
    yield best;
  }
}

/**
 * Pods of one name follow each other (StatefulSets), and a node may still hold logs of the one before. Which is the
 * newer no path tells; the one with more to read is taken whole, so that the runs of two pods are never mixed.
 */
function ofOnePod(files: readonly LogFile[], gaps: GapList): LogFile[] {
  const bytes = new Map<string, number>();
  for (const { size, role } of files) {
    if (role.instance !== undefined) bytes.set(role.instance, (bytes.get(role.instance) ?? 0) + Math.abs(size));
  }
  if (bytes.size < 2) return [...files];
  const [taken] = [...bytes].sort(([a, bytesA], [b, bytesB]) => bytesB - bytesA || (a < b ? -1 : 1));
  return files.filter(({ path, size, role }) => {
    if (role.instance === undefined || role.instance === taken?.[0]) return true;
    const detail = "The log of another pod of the same name; the one with more lines to read was taken.";
    if (size !== 0) gaps.add({ kind: "duplicate", what: path, namespace: role.stream.namespace, detail });
    return false;
  });
}

/** Numbered runs of a container: the last is current, the one before previous; older ones have no place. */
function* withSources(files: readonly LogFile[], gaps: GapList): Generator<LogFile> {
  const runs = new Set(files.flatMap(({ role }) => (role.run === undefined ? [] : [role.run])));
  const newest = [...runs].sort((a, b) => b - a);
  for (const file of files) {
    const { role } = file;
    const age = role.run === undefined ? undefined : newest.indexOf(role.run);
    if (age === undefined) yield file;
    else if (age < 2) {
      const source = age === 0 ? "current" : "previous";
      yield { ...file, role: { ...role, stream: { ...role.stream, source } } };
    } else if (file.size !== 0) {
      const detail = "The log of an earlier run; a snapshot holds the current and the previous one of each container.";
      gaps.add({ kind: "skipped", what: file.path, namespace: role.stream.namespace, detail });
    }
  }
}

/** With lines before empty, originals before copies, checked before unchecked, plain before packed, then the larger. */
function byPreference(a: LogFile, b: LogFile): number {
  return (
    Number(b.size !== 0) - Number(a.size !== 0) ||
    Number(a.role.copy ?? false) - Number(b.role.copy ?? false) ||
    Number(a.role.insecure ?? false) - Number(b.role.insecure ?? false) ||
    Number(a.path.endsWith(".gz")) - Number(b.path.endsWith(".gz")) ||
    b.size - a.size ||
    (a.path < b.path ? 1 : -1)
  );
}

function tellOther({ path, size, role }: LogFile, gaps: GapList): void {
  if (size === 0) return;
  const { namespace } = role.stream;
  if (role.copy) {
    const detail = "The same logs as in other files of the bundle, which were taken.";
    gaps.add({ kind: "skipped", what: "copies of pod logs", namespace, detail });
    return;
  }
  const detail = role.insecure
    ? "The same log was also read with the kubelet's certificate checked; this unchecked reading was left out."
    : "Another file of the bundle tells the lines of the same container; this one was left out.";
  gaps.add({ kind: "duplicate", what: path, namespace, detail });
}
