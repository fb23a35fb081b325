import type { JsonConvention } from "./json-convention.ts";

/** Elastic Common Schema (elastic.co, "ECS logging"): `@timestamp`, `log.level`, `message`, names with dots. */
export const ecs: JsonConvention = { name: "ecs", has: ["@timestamp", "log.level"] };
