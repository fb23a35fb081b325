import { createHash } from "node:crypto";
import { KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { LeasedPart } from "../ports/metadata.ts";
import { goesInPieces } from "../upload/pieces-of.ts";
import { badPart } from "./bad-part.ts";

/** A store compares the digest of each piece, not that of the object they make: that is done here, once. */
export async function checkJoined({ ctx, part }: { ctx: Ctx; part: LeasedPart }): Promise<void> {
  if (!goesInPieces(part)) return;
  const hash = createHash("sha256");
  for await (const bytes of ctx.ports.objects.read(part.key)) {
    if (ctx.signal.aborted) throw new KubinError("CANCELLED", "Reading the part was stopped.");
    hash.update(bytes);
  }
  if (hash.digest("hex") !== part.sha256) throw badPart("Its bytes are not those that were announced.");
}
