import type { IncomingMessage } from "node:http";
import { type Actor, hashSecret } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { type GuardOptions, isLocalHost } from "./origin-guard.ts";

/**
 * Who asks. A presented token or ticket is hashed at once, and one that is wrong never falls back to more rights.
 * Without either, only a caller who came straight over loopback is the owner: what a proxy passes on is anybody.
 * Throws BAD_INPUT for both at once.
 */
export function actorOf(req: IncomingMessage, options: GuardOptions): Actor {
  const link = single(req.headers["x-kubin-link"]);
  const ticket = single(req.headers["x-kubin-ticket"]);
  if (link !== undefined && ticket !== undefined) {
    throw new KubinError("BAD_INPUT", "Send the header x-kubin-link or x-kubin-ticket, not both.");
  }
  if (ticket !== undefined) return { kind: "ticket", ticketHash: hashSecret(ticket) };
  if (link !== undefined) return { kind: "link", tokenHash: hashSecret(link) };
  return cameDirectly(req, options) ? { kind: "owner" } : { kind: "anonymous" };
}

function cameDirectly(req: IncomingMessage, options: GuardOptions): boolean {
  const { host, forwarded, "x-forwarded-for": forwardedFor } = req.headers;
  return host !== undefined && isLocalHost(host, options) && forwarded === undefined && forwardedFor === undefined;
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}
