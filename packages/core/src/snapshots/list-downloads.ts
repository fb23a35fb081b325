import { type DownloadList, KubinError, type SnapshotRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { isWhole } from "../policy/scope.ts";
import type { PartRecordRow } from "../ports/metadata.ts";

const types = ["resources", "events", "logs", "metrics", "discovery", "bundle", "raw"] as const;

/** Every stored part with a signed URL. Only for readers of the whole snapshot: an object may hold more than a scope. */
export async function listDownloads(opts: { ctx: Ctx; input: SnapshotRef }): Promise<DownloadList> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.download", snapshotId: input.snapshotId });
  if (!isWhole(scope)) {
    throw new KubinError("FORBIDDEN", "This link shows a part of the snapshot; downloads need a link to all of it.");
  }
  // Signing needs no store, but an address that leads nowhere says nothing: here the reader learns that it is away.
  await ctx.ports.objects.ping();
  const parts = await ctx.ports.metadata.downloadsOf(scope, types);
  const expiresAt = new Date(ctx.clock.now().getTime() + ctx.settings.signedUrlTtlMs);
  const items = await Promise.all(
    parts.map(async (part) => {
      const { type, namespace, sha256, size, key, path } = part;
      const filename = filenameOf(part);
      const url = await ctx.ports.objects.signDownload({ key, filename, gunzip: type === "bundle", expiresAt });
      return { type, namespace, sha256, size, filename, url, ...(path !== undefined && { path }) };
    }),
  );
  return { items, expiresAt: expiresAt.toISOString() };
}

function filenameOf(part: PartRecordRow): string {
  const base = part.path?.split("/").at(-1);
  if (part.type === "bundle" && base) return base;
  if (part.type === "raw" && base) return `${base}.gz`;
  const ending = part.type === "logs" ? "log.gz" : "ndjson.gz";
  return `${part.type}-${part.namespace || "cluster"}-${part.sha256.slice(0, 12)}.${ending}`;
}
