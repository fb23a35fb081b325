import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

/** logstash-logback-encoder (github.com/logfellow): `@timestamp`, `logger_name`, `thread_name`, `level_value`. */
export const logstash: JsonConvention = {
  name: "logstash",
  has: ["@timestamp", "message", "level", "logger_name"],
  roles: rolesOf({ attribute: "level_value" }, knownRoles),
};

/** GELF (go2docs.graylog.org): `short_message`, `level` on syslog's scale. */
export const gelf: JsonConvention = {
  name: "gelf",
  has: ["short_message"],
  roles: rolesOf({ severity: "level", attribute: "log" }, knownRoles),
};
