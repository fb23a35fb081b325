import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";
import type { BusEvent } from "../ports/bus.ts";

const eventsAtOnce = 500;

/**
 * Hands the events of finished transactions to the bus, about oldest first; returns how many there were. Any number of
 * processes may do so at once: each has events of its own in hand. Twice is fine, never is not.
 */
export async function relayOutbox(opts: { ctx: Ctx }): Promise<number> {
  const { ctx } = opts;
  authorise(ctx, "work");
  const { metadata, bus } = ctx.ports;
  let relayed = 0;
  for (;;) {
    const taken = await metadata.relayEvents(eventsAtOnce, (events) => bus.publish(withoutRepeats(events)));
    relayed += taken;
    if (taken < eventsAtOnce) return relayed;
  }
}

/** Each in the place of its last: a snapshot of which ten parts were stored says once that it has changed. */
function withoutRepeats(events: readonly BusEvent[]): BusEvent[] {
  const last = new Map<string, BusEvent>();
  for (const event of events) {
    const content = JSON.stringify(event);
    last.delete(content);
    last.set(content, event);
  }
  return [...last.values()];
}
