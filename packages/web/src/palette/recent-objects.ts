import { formatObjectRef, type ObjectRef, parseObjectRef } from "../place/object-ref.ts";
import { recall, remember } from "../plain/remember.ts";

const keptAtMost = 12;

/** The objects that were opened last in a snapshot, the last first. Only names are kept, and only in this browser. */
export function recentObjects(snapshotId: string): ObjectRef[] {
  const lines = (recall(nameOf(snapshotId)) ?? "").split("\n");
  return lines.flatMap((line) => parseObjectRef(line) ?? []).slice(0, keptAtMost);
}

export function rememberObject(snapshotId: string, target: ObjectRef): void {
  const text = formatObjectRef(target);
  const others = recentObjects(snapshotId)
    .map(formatObjectRef)
    .filter((other) => other !== text);
  remember(nameOf(snapshotId), [text, ...others].slice(0, keptAtMost).join("\n"));
}

function nameOf(snapshotId: string): string {
  return `kubin-recent ${snapshotId}`;
}
