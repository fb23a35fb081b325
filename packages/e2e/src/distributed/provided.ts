import { inject } from "vitest";
import type { ProvidedDistributed } from "./provide-distributed.ts";
import type { Role } from "./spawn-distributed.ts";

/** What this project provides. */
export function provided(): ProvidedDistributed {
  const distributed = inject("distributed");
  if (distributed === undefined) throw new Error("this suite belongs into the project distributed");
  return distributed;
}

/** The processes of a role, past the balancer: to ask one and then another. */
export function addressesOf(role: Role): string[] {
  return provided()
    .processes.filter((one) => one.role === role)
    .map(({ url }) => url);
}
