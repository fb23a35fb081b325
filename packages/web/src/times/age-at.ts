import { formatAge } from "@kubin/kubernetes";

/** How old `at` was when the cluster looked like this, as kubectl writes it; "" where `at` is no time. */
export function ageAt(at: string | undefined | null, asOf: string): string {
  if (!at) return "";
  const ms = Date.parse(asOf) - Date.parse(at);
  return Number.isNaN(ms) ? "" : formatAge(ms);
}
