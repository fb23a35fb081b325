import { KubinError } from "@kubin/schema";

/** The whole number that an option was given. Throws BAD_INPUT with what is expected. */
export function inRange(opts: { name: string; value: number; min: number; max: number }): number {
  const { name, value, min, max } = opts;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const upTo = max === Number.MAX_SAFE_INTEGER ? "" : ` to ${max.toLocaleString("en-US")}`;
  const said = Number.isNaN(value) ? "what was given is no number" : `not ${value}`;
  throw new KubinError("BAD_INPUT", `${name} takes a whole number from ${min}${upTo}, ${said}.`);
}
