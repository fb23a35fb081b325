import type { Attributes } from "../attributes.ts";
import { knownRoles, rolesOf } from "../roles.ts";
import type { JsonConvention } from "./json-convention.ts";

const roles = rolesOf({ logger: "name" }, knownRoles);

/** bunyan (github.com/trentm/node-bunyan, "Core fields"): numeric `level`, `name` of the logger, `v` of the format. */
export const bunyan: JsonConvention = { name: "bunyan", has: ["level", "name", "hostname", "pid", "v"], roles };

/** pino (getpino.io): numeric `level`, `time` in milliseconds; `pid` and `hostname` may be switched off. */
export const pino: JsonConvention = { name: "pino", has: ["level", "time"], fits: hasNumericLevel, roles };

function hasNumericLevel(attributes: Attributes): boolean {
  const level = attributes.get("level") ?? "";
  return level.length === 2 && level >= "10" && level <= "69";
}

/** winston (github.com/winstonjs/winston, `format.json`): level of npm and `message`; `timestamp` where asked for. */
export const winston: JsonConvention = { name: "winston", has: ["level", "message", "timestamp"] };
