import type { Ctx } from "@kubin/core";
import type { ErrorCode } from "@kubin/schema";
import { initTRPC } from "@trpc/server";
import { callerLeft, translateError } from "./translate-error.ts";

/**
 * What a request brings to a procedure. Opaque on purpose: the exported router type must name neither Express nor
 * core, or the packed client would need both.
 */
export interface Context {
  readonly sealed: unknown;
}

interface Sealed {
  ctx: Ctx;
  requestId: string;
}

/** The route of a procedure in `/api/v1`; what has none (subscriptions) is reachable by tRPC alone. */
export type Meta = {
  openapi?: {
    method: "GET" | "POST" | "DELETE";
    path: `/${string}`;
    summary: string;
    tags: string[];
  };
};

export function sealContext(sealed: Sealed): Context {
  return { sealed };
}

/** Guarantee: a Context is only ever made by `sealContext`. */
export function openContext(context: Context): Sealed {
  return context.sealed as Sealed;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    // Stacks stay in the log.
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
    errorFormatter({ shape, error, ctx }) {
      const { note } = translateError(error, ctx === undefined ? undefined : openContext(ctx).requestId);
      // What every error carries beside tRPC's own fields, and what clients go by.
      const kubin: { code: ErrorCode; message: string } = note;
      return { ...shape, message: kubin.message, data: { ...shape.data, kubin } };
    },
  });

export const router = t.router;

/** The one builder: opens the context, counts, and turns every failure into a code and a sentence. */
export const procedure = t.procedure.use(async ({ ctx: context, path, next }) => {
  const { ctx, requestId } = openContext(context);
  const startedAt = performance.now();
  const result = await next({ ctx });
  // Whatever fails after the caller left fails because of it, as a rule, and nobody reads the answer.
  const thrown = result.ok ? undefined : ctx.signal.aborted ? callerLeft() : result.error;
  const failure = thrown === undefined ? undefined : translateError(thrown, requestId);
  const outcome = failure === undefined ? "OK" : failure.note.code;
  ctx.metrics.observe("procedure_seconds", (performance.now() - startedAt) / 1000, { procedure: path, outcome });
  if (failure !== undefined) throw failure.error;
  return result;
});
