import type { Snapshot } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseLink } from "../policy/authorise-read.ts";
import { presentSnapshot } from "./present-snapshot.ts";

/** The snapshot behind the link that the actor presented. NOT_FOUND for a wrong, revoked or expired one. */
export async function openLink(opts: { ctx: Ctx }): Promise<Snapshot> {
  const read = await authoriseLink(opts.ctx);
  return presentSnapshot(opts.ctx, read);
}
