import { isMask } from "./known-mask.ts";
import { type Spot, takeOut, tellTaken } from "./spot.ts";

/** The mark in the place of a whole value, whatever it is. Nothing, an empty text and masks stay. */
export function maskValue(value: unknown, spot: Spot, rule: string): unknown {
  if (value === null || value === undefined || value === "") return value;
  if (typeof value === "string") return isMask(value) ? value : takeOut(spot, { rule, secret: value });
  if (typeof value !== "object") return takeOut(spot, { rule, secret: String(value) });
  const mark = `‹redacted:${rule}›`;
  tellTaken(spot, { rule, before: "a list or an object", mark });
  return mark;
}
