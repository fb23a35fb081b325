import type { Ctx } from "../ctx.ts";

/** The same context for work that the server does on its own account, after the caller was authorised. */
export function asSystem(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: "system" } };
}
