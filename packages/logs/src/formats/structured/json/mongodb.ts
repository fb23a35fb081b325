import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

/**
 * Structured lines of MongoDB 4.4 and newer (mongodb.com, "Log Messages"): `t` time, `s` severity (F, E, W, I, D1–D5),
 * `c` component, `ctx` thread, `id`, `msg`, `attr`.
 */
export const mongodb: JsonConvention = {
  name: "mongodb",
  has: ["t.$date", "s", "c"],
  roles: rolesOf({ time: "t.$date", level: "s", logger: "c", ms: "attr.durationMillis" }, knownRoles),
};
