/** Wake-ups. One that is lost costs until the next sweep; each may come twice, late or out of order. */
export type BusEvent =
  | { topic: "object.stored"; key: string; size: number }
  | { topic: "parts.ready"; snapshotId: string }
  | { topic: "snapshot.changed"; snapshotId: string }
  | { topic: "snapshot.deleted"; snapshotId: string };

export type Topic = BusEvent["topic"];

export type Handler = (event: BusEvent) => void | Promise<void>;

/** By topic what does its work. */
export type TopicHandlers = { [T in Topic]?: (event: Extract<BusEvent, { topic: T }>) => void | Promise<void> };

export interface BusPort {
  /** In this order where the bus keeps one. Throws UNAVAILABLE when it could not take all of them; some may be out by then. */
  publish(events: readonly BusEvent[]): Promise<void>;
  /** Every process hears each event. `handler` errors are logged and do not stop delivery. Returns the way to stop. */
  subscribe(topics: readonly Topic[], handler: Handler): () => void;
  /**
   * Of all processes that take such events one is given each, and again, for a while, what its handler fails at. Returns
   * the way to leave: what is on its way to this process then goes to another.
   */
  take(handlers: TopicHandlers): () => void;
  /** Throws UNAVAILABLE while events do not leave this process. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
