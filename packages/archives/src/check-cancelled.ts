import { KubinError } from "@kubin/schema";

/** Throws CANCELLED once the caller has stopped it. */
export function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new KubinError("CANCELLED", "Reading the bundle was stopped.");
}
