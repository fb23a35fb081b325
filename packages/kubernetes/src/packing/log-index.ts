import { LogStreamRef, Namespace } from "@kubin/schema";
import type { BundleEntry } from "../bundle/bundle-source.ts";
import { detached } from "../bundle/detached.ts";
import type { LogBlocksRole, LogRole, Role } from "../bundle/layout.ts";
import { chooseLogFiles } from "./choose-log-files.ts";
import type { GapList } from "./gap-list.ts";

/**
 * So many files with logs are remembered; each costs about 0.4 kB here and 0.2 kB in the manifest. The largest bundle
 * seen has 1,330; a cluster of 5,000 nodes with ten pods each has 50,000.
 */
export const maxLogFiles = 100_000;
/** A container has a current and a previous log, read in two ways, from a few roots, in some runs. */
const maxFilesOfContainer = 200;

export interface LogIndex {
  add(file: { path: string; size: number; role: LogRole | LogBlocksRole }): void;
  /** One file for each stream; tells what is left out. To be called once: the index is empty then. */
  choose(): ChosenLogs;
}

interface ChosenLogs {
  /** To be called for each file of the second reading, in its order. */
  take(entry: Pick<BundleEntry, "path" | "size">): LogRole | LogBlocksRole | undefined;
  /** Chosen and not met in the second reading. */
  missing(): { path: string; namespace: string }[];
  totalBytes: number;
}

/** What is kept of a file. Its role is asked for again when it is needed: that is most of the memory. */
interface KeptFile {
  path: string;
  size: number;
  occurrence: number;
  occurrences: number;
}

interface ChosenFile {
  occurrence: number;
  size: number;
  /** As runs are numbered, or as the path says; undefined for logs of several containers. */
  source: LogStreamRef["source"] | undefined;
}

/** Remembers the files that hold logs, within bounds, whatever the bundle holds. `rolesOf` gives what `add` was given. */
export function logIndex(opts: { gaps: GapList; rolesOf(path: string): readonly Role[] }): LogIndex {
  const { gaps } = opts;
  /** By container, without current or previous; an array only where there are several. */
  let containers = new Map<string, KeptFile | KeptFile[]>();
  let blocks = new Map<string, KeptFile>();
  let remembered = 0;

  function addBlocks(file: { path: string; size: number }): void {
    const known = blocks.get(file.path);
    if (known) seenAgain(known, file.size);
    else if (hasRoom("")) {
      const kept = keptFile(file);
      blocks.set(kept.path, kept);
    }
  }
  function addLog(file: { path: string; size: number; role: LogRole }): void {
    const stream = placed(file.role.stream);
    tellPlace(gaps, { path: file.path, given: file.role.stream, stream });
    if (!stream) return;
    const { namespace, pod, container } = stream;
    const key = `${namespace}/${pod}/${container}`;
    const known = containers.get(key);
    const files = known === undefined ? [] : [known].flat();
    const again = files.find(({ path }) => path === file.path);
    if (again) seenAgain(again, file.size);
    else if (files.length >= maxFilesOfContainer) {
      const detail = "There are more files with logs of this container than any tool writes; these were left out.";
      gaps.add({ kind: "duplicate", what: "logs of one container", namespace, detail });
    } else if (hasRoom(namespace)) {
      if (files.length === 0) containers.set(detached(key), keptFile(file));
      else containers.set(key, [...files, keptFile(file)]);
    }
  }
  function hasRoom(namespace: string): boolean {
    if (++remembered <= maxLogFiles) return true;
    const detail = `Kubin takes ${maxLogFiles} files with logs from a bundle; it has more, and these were left out.`;
    gaps.add({ kind: "cut", what: "further logs", namespace, detail });
    return false;
  }
  return {
    add(file) {
      const { role } = file;
      // An empty log has no lines; as the newest run of a container it says that the one before is previous.
      if (file.size === 0 && (role.role !== "log" || role.run === undefined)) return;
      if (role.role === "log") addLog({ ...file, role });
      else addBlocks(file);
    },
    choose() {
      const chosen = new Map<string, ChosenFile>();
      let totalBytes = 0;
      for (const { path, occurrence, size } of blocks.values()) {
        chosen.set(path, { occurrence, size, source: undefined });
        totalBytes += Math.max(size, 0);
      }
      for (const kept of containers.values()) {
        const files = [kept].flat().flatMap((file) => {
          const role = logRoleOf(opts.rolesOf(file.path));
          return role ? [{ ...file, role }] : [];
        });
        for (const { path, occurrence, size, role } of chooseLogFiles(files, gaps)) {
          chosen.set(path, { occurrence, size, source: role.stream.source });
          totalBytes += Math.max(size, 0);
        }
      }
      containers = new Map();
      blocks = new Map();
      return { ...picking(chosen, opts.rolesOf), totalBytes };
    },
  };
}

function keptFile({ path, size }: { path: string; size: number }): KeptFile {
  return { path: detached(path), size, occurrence: 1, occurrences: 1 };
}

/** Of several occurrences of a path the last one with lines counts. */
function seenAgain(file: KeptFile, size: number): void {
  if (size === 0) return;
  file.occurrences += file.size === 0 ? 0 : 1;
  file.occurrence = file.occurrences;
  file.size = size;
}

function picking(
  chosen: Map<string, ChosenFile>,
  rolesOf: (path: string) => readonly Role[],
): Omit<ChosenLogs, "totalBytes"> {
  const met = new Map<string, number>();
  const roleOf = (path: string, { source }: ChosenFile) => {
    if (source === undefined) return rolesOf(path).find((role) => role.role === "log-blocks");
    const role = logRoleOf(rolesOf(path));
    return role && { ...role, stream: { ...role.stream, source } };
  };
  return {
    take({ path, size }) {
      const file = chosen.get(path);
      if (!file || (size === 0 && file.size !== 0)) return undefined;
      const occurrence = (met.get(path) ?? 0) + 1;
      if (occurrence !== file.occurrence) {
        met.set(path, occurrence);
        return undefined;
      }
      chosen.delete(path);
      return roleOf(path, file);
    },
    missing: () =>
      [...chosen].map(([path, file]) => {
        const role = roleOf(path, file);
        return { path, namespace: role?.role === "log" ? role.stream.namespace : "" };
      }),
  };
}

/** The log role among them, with its stream where it can be shown. */
function logRoleOf(roles: readonly Role[]): LogRole | undefined {
  const role = roles.find((one) => one.role === "log");
  const stream = role && placed(role.stream);
  return stream && { ...role, stream };
}

/** The stream; without its namespace where that is none that a cluster accepts; undefined for other wrong names. */
function placed(stream: LogStreamRef): LogStreamRef | undefined {
  if (LogStreamRef.safeParse(stream).success) return stream;
  const moved = { ...stream, namespace: "" };
  return LogStreamRef.safeParse(moved).success ? moved : undefined;
}

function tellPlace(
  gaps: GapList,
  { path, given, stream }: { path: string; given: LogStreamRef; stream: LogStreamRef | undefined },
): void {
  if (stream?.namespace === given.namespace) return;
  const detail = Namespace.safeParse(given.namespace).success
    ? "The names of pod and container are none that a cluster accepts; the log was left out."
    : "The log's namespace is none that a cluster accepts; it is shown with what belongs to no namespace.";
  gaps.add({ kind: "refused", what: path, detail });
}
