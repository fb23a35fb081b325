import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";

/** Frees what unfinished multipart uploads hold in the store, once their snapshot takes no parts any more. */
export async function abortAbandoned({ ctx }: { ctx: Ctx }): Promise<void> {
  authorise(ctx, "work");
  const { metadata, objects } = ctx.ports;
  for (const { key, multipart: uploadId } of await metadata.abandonedMultiparts()) {
    if (uploadId === undefined || ctx.signal.aborted) continue;
    await objects.abortMultipart({ key, uploadId });
    await metadata.setMultipart(key, { from: uploadId, to: undefined });
  }
}
