import type { Snapshot } from "@kubin/schema";

/** The moment that ages are relative to: the capture, or the upload where the bundle does not tell. */
export function asOf(snapshot: Snapshot): string {
  return snapshot.capturedAt ?? snapshot.createdAt;
}
