import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";

const eventsAtOnce = 500;

/** Hands the events of finished transactions to the bus, oldest first; returns how many. Twice is fine, never is not. */
export async function relayOutbox(opts: { ctx: Ctx }): Promise<number> {
  const { ctx } = opts;
  authorise(ctx, "work");
  const { metadata, bus } = ctx.ports;
  let relayed = 0;
  for (;;) {
    const entries = await metadata.readOutbox(eventsAtOnce);
    for (const { event } of entries) await bus.publish(event);
    if (entries.length > 0) await metadata.clearOutbox(entries.map(({ id }) => id));
    relayed += entries.length;
    if (entries.length < eventsAtOnce) return relayed;
  }
}
