import type { RequestHandler } from "express";
import { refuse } from "./refuse.ts";
import { type Role, rolePaths } from "./roles.ts";

/**
 * Lets through what this process is there for; else 421, whole batches too: it was sent to the wrong process, which no
 * reader may take for "not found".
 */
export function answerFor(own: readonly Role[], rolesOf: (path: string) => Role[]): RequestHandler {
  return (req, res, next) => {
    const missing = rolesOf(req.path).filter((role) => !own.includes(role));
    if (missing.length === 0) {
      next();
      return;
    }
    const message = `This process does not have the role ${missing.join(" and ")} that answers this address: its KUBIN_ROLES is ${own.join(",")}. The balancer before it sends by path (${rolePaths}).`;
    refuse(res, { status: 421, code: "UNSUPPORTED", message });
  };
}
