import type { Ctx } from "../ctx.ts";
import type { LeasedPart } from "../ports/metadata.ts";

export interface HeldLease {
  /** Aborts when the lease is lost, or when the worker stops. */
  signal: AbortSignal;
  isLost(): boolean;
  release(): void;
}

/** Renews the lease of a part while it is worked on. Three renewals may fail before it runs out. */
export function holdLease(opts: { ctx: Ctx; part: LeasedPart }): HeldLease {
  const { ctx, part } = opts;
  const lost = new AbortController();
  const renew = async (): Promise<void> => {
    try {
      const until = new Date(ctx.clock.now().getTime() + ctx.settings.leaseMs);
      if (!(await ctx.ports.metadata.renewLease(part, until))) lost.abort();
    } catch (error) {
      ctx.log.warn({ snapshotId: part.snapshotId, err: error }, "a lease could not be renewed");
    }
  };
  const timer = setInterval(() => void renew(), ctx.settings.leaseMs / 4);
  return {
    signal: AbortSignal.any([ctx.signal, lost.signal]),
    isLost: () => lost.signal.aborted,
    release: () => clearInterval(timer),
  };
}
