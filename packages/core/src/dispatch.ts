import type { BusEvent, Handler, TopicHandlers } from "./ports/bus.ts";

/** Has the work of an event done by the handler of its topic, where there is one. */
export async function dispatch(handlers: TopicHandlers, event: BusEvent): Promise<void> {
  // The handler of this very topic: it takes this event.
  const handler = handlers[event.topic] as Handler | undefined;
  await handler?.(event);
}
