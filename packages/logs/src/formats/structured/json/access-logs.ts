import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

/** Access log of Caddy 2 (caddyserver.com, "How logging works"): `duration` is in seconds. */
export const caddy: JsonConvention = {
  name: "caddy",
  has: ["level", "ts", "request.uri"],
  roles: rolesOf({ s: "duration" }, knownRoles),
};

/** JSON access log of Traefik (doc.traefik.io, "Access Logs"): `Duration` is in nanoseconds. */
export const traefik: JsonConvention = {
  name: "traefik",
  has: ["DownstreamStatus"],
  roles: rolesOf({ ns: "Duration", time: "StartUTC", attribute: "time level" }, knownRoles),
};

/** JSON access log of Envoy and Istio (istio.io, "Envoy Access Logs"): `duration` is in milliseconds. */
export const envoy: JsonConvention = {
  name: "envoy",
  has: ["response_code"],
  fits: (attributes) => attributes.get("method") !== undefined || attributes.get("response_flags") !== undefined,
  roles: rolesOf({ ms: "duration", path: "path x-envoy-original-path" }, knownRoles),
};
