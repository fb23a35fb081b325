import type { SnapshotState } from "@kubin/schema";

/** Whether more may still come. Written here because `isSettled` of the schema package would bring all of Zod along. */
export function isLive(state: SnapshotState): boolean {
  return state === "INITIATED" || state === "UPLOADING" || state === "PROCESSING";
}
