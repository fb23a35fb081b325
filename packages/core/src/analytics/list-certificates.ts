import type { CertificateList, CertificateQuery } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { narrowScope } from "../policy/scope.ts";

const maxCertificates = 500;

/** Certificates in objects; what is over or soon over is told as of the capture, not as of today. */
export async function listCertificates(opts: { ctx: Ctx; input: CertificateQuery }): Promise<CertificateList> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { snapshot } = read;
  const scope = narrowScope(read.scope, input.namespaces);
  const now = snapshot.capturedAt ?? snapshot.createdAt;
  return cached({ ctx, read, name: "certificates", question: input.namespaces }, () =>
    ctx.ports.metadata.certificates({ scope, now, limit: maxCertificates }),
  );
}
