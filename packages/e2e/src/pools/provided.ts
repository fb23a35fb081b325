import { createClient } from "@kubin/client";
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

/** Id of the snapshot that a link leads to. */
export async function snapshotBehind(link: string): Promise<string> {
  const token = new URL(link).pathname.split("/")[2];
  return (await createClient({ server: provided().url, link: token }).metadata.open.query()).id;
}
