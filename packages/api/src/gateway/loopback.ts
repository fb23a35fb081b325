import { isIPv4 } from "node:net";

/** Whether a host name or address can only mean this machine: localhost, 127.0.0.0/8, ::1. Brackets are allowed. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  if (name === "localhost" || name === "::1") return true;
  const mapped = name.replace(/^::ffff:/, "");
  return isIPv4(mapped) && mapped.startsWith("127.");
}
