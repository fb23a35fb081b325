import type { CertificateList, SnapshotRef } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";

const maxCertificates = 500;

/** Certificates in objects; what is over or soon over is told as of the capture, not as of today. */
export async function listCertificates(opts: { ctx: Ctx; input: SnapshotRef }): Promise<CertificateList> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { scope, snapshot } = read;
  const now = snapshot.capturedAt ?? snapshot.createdAt;
  return cached({ ctx, read, name: "certificates" }, () =>
    ctx.ports.metadata.certificates({ scope, now, limit: maxCertificates }),
  );
}
