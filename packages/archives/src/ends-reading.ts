import { isKubinError } from "@kubin/schema";

/** Whether an error is no damage of the bundle that can be told beside the rest, but ends everything. */
export function endsReading(error: unknown): boolean {
  return isKubinError(error, "CANCELLED") || isKubinError(error, "STORE_FULL") || isKubinError(error, "UNSUPPORTED");
}
