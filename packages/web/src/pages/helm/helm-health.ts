import type { Health } from "@kubin/schema";

/** How a release does, by the status that Helm wrote. */
export function helmHealth(status: string): Health {
  if (status === "deployed" || status === "superseded") return "ok";
  if (status === "failed") return "failing";
  return status === "" || status === "unknown" ? "unknown" : "warning";
}
