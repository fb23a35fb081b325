import type { LogStreamRef } from "@kubin/schema";

/** What one list of the API server holds. */
export interface LiveObjects {
  /** "" is the core group. */
  group: string;
  version: string;
  kind: string;
  /** As in the path of the API. */
  plural: string;
  /** Metadata alone was asked for (`PartialObjectMetadata`). */
  partial: boolean;
}

/** The path under which a live capture hands over one list; `place` tells several of a type apart. */
export function liveObjectsPath({ group, version, kind, plural, partial }: LiveObjects, place: string): string {
  return `${partial ? "partial" : "objects"}/${group || "core"}/${version}/${kind}/${plural}/${place}.json`;
}

/** The opposite of `liveObjectsPath`. */
export function parseLiveObjectsPath(path: string): LiveObjects | undefined {
  const [form, group, version, kind, plural, place, ...more] = path.split("/");
  if ((form !== "objects" && form !== "partial") || !group || !version || !kind || !plural) return undefined;
  if (place === undefined || more.length > 0) return undefined;
  return { group: group === "core" ? "" : group, version, kind, plural, partial: form === "partial" };
}

/** The path of one log stream of a live capture. */
export function liveLogPath({ namespace, pod, container, source }: LogStreamRef): string {
  return `logs/${namespace}/${pod}/${container}/${source}.log`;
}

/** The opposite of `liveLogPath`. */
export function parseLiveLogPath(path: string): LogStreamRef | undefined {
  const [, namespace, pod, container, source] =
    /^logs\/([^/]+)\/([^/]+)\/([^/]+)\/(current|previous)\.log$/.exec(path) ?? [];
  if (!namespace || !pod || !container || (source !== "current" && source !== "previous")) return undefined;
  return { namespace, pod, container, source };
}
