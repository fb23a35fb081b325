/**
 * What may be done about a call that fails. A `read` is bounded in time and may be repeated; a `write` is never repeated
 * here, since nobody knows whether it was made; a `stream` is bounded until its first piece; `ping` asks whether the
 * dependency answers; `prepared` needs no answer, only that the dependency was prepared once; `free` needs no dependency,
 * or waits for others, too.
 */
export type Call = "read" | "write" | "stream" | "ping" | "prepared" | "free";

/** How one dependency is treated. Times in ms. */
export interface Policy<Port> {
  /** As logs and metrics call it. */
  dependency: string;
  /** What callers are told while it does not answer: a sentence for a person. */
  away: string;
  /** As many failures in a row open the breaker: from then on calls are refused at once. */
  failures: number;
  /** How often an open breaker looks whether the dependency answers again. */
  probeEveryMs: number;
  /** How often a read is repeated after a cut connection. One that came too late is not: it would be later still. */
  retries: number;
  /** After this a call counts as failed. A write without a limit is bounded by its driver. */
  withinMs: { read: number; write?: number; ping: number };
  /** Each member of the port, so that a new one does not compile before somebody decided. */
  calls: Readonly<Record<keyof Port, Call>>;
}
