/**
 * Who asks. `owner` is the one person of a server without accounts (loopback only). `link` and `ticket` hold the
 * SHA-256 of what was presented, never the value. `system` is a worker; it cannot come from outside.
 */
export type Actor =
  | { kind: "owner" }
  | { kind: "link"; tokenHash: string }
  | { kind: "ticket"; ticketHash: string }
  | { kind: "system" }
  | { kind: "anonymous" };
