/** Wake-ups. One that is lost costs until the next sweep; each may come twice, late or out of order. */
export type BusEvent =
  | { topic: "object.stored"; key: string; size: number }
  | { topic: "parts.ready"; snapshotId: string }
  | { topic: "snapshot.changed"; snapshotId: string }
  | { topic: "snapshot.deleted"; snapshotId: string };

export type Topic = BusEvent["topic"];

export interface BusPort {
  publish(event: BusEvent): Promise<void>;
  /** `handler` errors are logged by the bus and do not stop delivery. Returns the way to stop. */
  subscribe(topics: readonly Topic[], handler: (event: BusEvent) => void | Promise<void>): () => void;
  close(): Promise<void>;
}
