import { type BeginUpload, KubinError, manifestVersion, type UploadTicket } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";
import { retainWeekOf } from "../retain-week.ts";
import { hashSecret } from "../secret.ts";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Creates a snapshot and hands out its id, its link and its upload ticket: three values, none of which gives another's
 * rights. Throws UNSUPPORTED for an uploader whose manifests this server cannot read.
 */
export async function beginUpload(opts: { ctx: Ctx; input: BeginUpload }): Promise<UploadTicket> {
  const { ctx, input } = opts;
  authorise(ctx, "snapshot.create");
  refuseForeignManifest(input.manifestVersion);
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + input.expiresInDays * dayMs);
  const id = ctx.ids.uuid();
  const ticket = ctx.ids.secret();
  const token = ctx.ids.secret();
  await ctx.ports.metadata.createSnapshot(
    {
      id,
      state: "INITIATED",
      generation: 1,
      partial: false,
      failure: undefined,
      name: input.name,
      layout: input.layout,
      tool: "",
      cluster: undefined,
      kubernetesVersion: undefined,
      capturedAt: undefined,
      createdAt: now,
      completedAt: undefined,
      expiresAt,
      retainWeek: retainWeekOf(expiresAt),
      lastUploadAt: now,
    },
    { ticketHash: hashSecret(ticket), linkHash: hashSecret(token) },
  );
  ctx.log.info({ snapshotId: id, layout: input.layout }, "upload begun");
  const url = `${ctx.settings.publicUrl}/s/${token}`;
  return { id, ticket, url, state: "INITIATED", expiresAt: expiresAt.toISOString() };
}

/** This server reads its own manifest version and the two before it. */
export function refuseForeignManifest(version: number): void {
  if (version > manifestVersion) {
    throw new KubinError(
      "UNSUPPORTED",
      `This server reads manifests up to version ${manifestVersion}, not ${version}. Update the server, or use an older kubin.`,
    );
  }
  if (version < manifestVersion - 2) {
    throw new KubinError(
      "UNSUPPORTED",
      `This kubin writes manifest version ${version}, which this server no longer reads. Update kubin.`,
    );
  }
}
