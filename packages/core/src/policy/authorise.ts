import { KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Actor } from "./actor.ts";
import { type Action, policy } from "./policy.ts";

const expected: Record<Actor["kind"], string> = {
  owner: "the owner of this server",
  link: "the reader of a link",
  ticket: "the uploader, with the upload ticket",
  system: "the server itself",
  anonymous: "anybody",
};

/** Whether this actor may do `action` at all. Throws UNAUTHENTICATED or FORBIDDEN. */
export function authorise(ctx: Ctx, action: Action): void {
  const allowed: readonly Actor["kind"][] = policy[action];
  if (allowed.includes(ctx.actor.kind)) return;
  const who = allowed.map((kind) => expected[kind]).join(" or ");
  if (ctx.actor.kind === "anonymous") throw new KubinError("UNAUTHENTICATED", `Only ${who} may do this.`);
  throw new KubinError("FORBIDDEN", `Only ${who} may do this.`);
}
