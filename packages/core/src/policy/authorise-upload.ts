import { KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { SnapshotRecord } from "../ports/metadata.ts";
import { authorise } from "./authorise.ts";

/** The snapshot this ticket may write to. A ticket of another snapshot and a wrong one answer alike: NOT_FOUND. */
export async function authoriseUpload(ctx: Ctx, snapshotId: string): Promise<SnapshotRecord> {
  authorise(ctx, "upload.write");
  const { metadata } = ctx.ports;
  const owned = ctx.actor.kind === "ticket" ? await metadata.findTicket(ctx.actor.ticketHash) : undefined;
  const snapshot = owned === snapshotId ? await metadata.findSnapshot(snapshotId) : undefined;
  if (!snapshot) throw new KubinError("NOT_FOUND", "This upload ticket does not belong to such a snapshot.");
  return snapshot;
}
