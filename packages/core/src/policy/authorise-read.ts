import { KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { LinkRecord, SnapshotRecord } from "../ports/metadata.ts";
import { authorise } from "./authorise.ts";
import type { Action } from "./policy.ts";
import type { Scope } from "./scope.ts";

export interface ReadableSnapshot {
  snapshot: SnapshotRecord;
  scope: Scope;
}

/**
 * What this actor may see of a snapshot. A snapshot that does not exist, was deleted, or that the link or ticket does
 * not give answers alike: NOT_FOUND.
 */
export async function authoriseRead(opts: { ctx: Ctx; action: Action; snapshotId: string }): Promise<ReadableSnapshot> {
  const { ctx, action, snapshotId } = opts;
  authorise(ctx, action);
  const rights = await rightsTo(ctx, snapshotId);
  const snapshot = rights && (await ctx.ports.metadata.findSnapshot(snapshotId));
  if (!rights || !snapshot || snapshot.state === "TRASHED") throw notFound();
  if (isOver(snapshot, ctx.clock.now()) && action !== "snapshot.status") {
    if (ctx.actor.kind !== "owner") throw notFound();
    throw new KubinError("EXPIRED", `This snapshot expired on ${snapshot.expiresAt.toISOString()} and was removed.`);
  }
  return { snapshot, scope: scopeOf(snapshot, rights) };
}

/** The snapshot of the link reader; NOT_FOUND for a wrong, revoked or expired link. */
export async function authoriseLink(ctx: Ctx): Promise<ReadableSnapshot> {
  authorise(ctx, "link.open");
  const link = ctx.actor.kind === "link" ? await ctx.ports.metadata.findLink(ctx.actor.tokenHash) : undefined;
  if (!link) throw notFound();
  return authoriseRead({ ctx, action: "content.read", snapshotId: link.snapshotId });
}

function scopeOf(snapshot: SnapshotRecord, rights: Omit<LinkRecord, "snapshotId">): Scope {
  return {
    snapshotId: snapshot.id,
    generation: snapshot.generation,
    namespaces: rights.namespaces,
    logs: rights.logs,
    retainWeek: snapshot.retainWeek,
  };
}

async function rightsTo(ctx: Ctx, snapshotId: string): Promise<Omit<LinkRecord, "snapshotId"> | undefined> {
  const { actor, ports } = ctx;
  switch (actor.kind) {
    case "owner":
    case "system":
      return { namespaces: "all", logs: true };
    case "link": {
      const link = await ports.metadata.findLink(actor.tokenHash);
      return link?.snapshotId === snapshotId ? link : undefined;
    }
    case "ticket":
      return (await ports.metadata.findTicket(actor.ticketHash)) === snapshotId
        ? { namespaces: "all", logs: true }
        : undefined;
    case "anonymous":
      return undefined;
  }
}

function isOver(snapshot: SnapshotRecord, now: Date): boolean {
  return snapshot.state === "EXPIRED" || snapshot.expiresAt <= now;
}

function notFound(): KubinError {
  return new KubinError("NOT_FOUND", "There is no such snapshot, or the link to it has expired or was revoked.");
}
