import type { RequestHandler } from "express";
import { refuse } from "./refuse.ts";
import { type Role, rolePaths } from "./roles.ts";

/**
 * Lets through what this process is there for; all else has no address here, whole batches too. Not 421: told that,
 * Node's `fetch` sends the request again, and with a body half of those fail before the answer is read.
 */
export function answerFor(own: readonly Role[], rolesOf: (path: string) => Role[]): RequestHandler {
  return (req, res, next) => {
    const missing = rolesOf(req.path).filter((role) => !own.includes(role));
    if (missing.length === 0) {
      next();
      return;
    }
    const message = `This process does not have the role ${missing.join(" and ")} that answers this address: its KUBIN_ROLES is ${own.join(",")}. The balancer before it sends by path (${rolePaths}).`;
    refuse(res, { status: 404, code: "UNSUPPORTED", message });
  };
}
