import type { LogStreamRef } from "@kubin/schema";

/**
 * JSON bytes of a manifest that members of logs may take. The server reads 64 MiB at most (`upload.complete`), and the
 * rest of the room is for other parts and the coverage. About 180,000 members with names of usual length.
 */
const maxMemberBytes = 40 * 1024 * 1024;
/** Keys and numbers of a LogMember, at their longest. */
const memberBytes = 150;
/** A part's entry without its members. */
const partBytes = 220;
/** Members of a namespace may stand in many parts when many namespaces are interleaved, or when they are large. */
const maxNamespaces = 1000;
const largeMember = 32 * 1024;

export interface ManifestRoom {
  /** Takes the room for one more member of so many bytes; false when there is none. */
  take(stream: LogStreamRef, bytes: number): boolean;
  isFull(): boolean;
}

/** What is left for members of logs in the manifest of one packing. */
export function manifestRoom(maxBytes = maxMemberBytes): ManifestRoom {
  let left = maxBytes;
  const namespaces = new Set<string>();
  const encoder = new TextEncoder();
  return {
    take({ namespace, pod, container }, bytes) {
      const names = encoder.encode(JSON.stringify([namespace, pod, container])).length;
      const isOfOpenPart = namespaces.has(namespace) && bytes < largeMember;
      left -= memberBytes + names + (isOfOpenPart ? 0 : partBytes);
      if (namespaces.size < maxNamespaces) namespaces.add(namespace);
      return left >= 0;
    },
    isFull: () => left < 0,
  };
}
