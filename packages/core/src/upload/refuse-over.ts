import { KubinError, type SnapshotState } from "@kubin/schema";

/** Throws CONFLICT unless a snapshot in this state still takes parts from its uploader. */
export function refuseOver(state: SnapshotState): void {
  if (state !== "INITIATED" && state !== "UPLOADING") throw isOver(state);
}

/** Undefined: the snapshot is gone. */
export function isOver(state: SnapshotState | undefined): KubinError {
  return new KubinError("CONFLICT", `This upload is over: the snapshot is ${state ?? "gone"}. Start a new import.`);
}
