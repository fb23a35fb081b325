import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

/** JSON of Rust's tracing-subscriber (docs.rs, `fmt::format::Json`): `target` names the module, `fields.message`. */
export const rustTracingJson: JsonConvention = {
  name: "rust-tracing",
  has: ["level", "target", "fields.message"],
  roles: rolesOf({ logger: "target" }, knownRoles),
};

/** The same with `flatten_event(true)`. */
export const rustTracingFlat: JsonConvention = {
  ...rustTracingJson,
  has: ["level", "target", "message", "timestamp"],
};
