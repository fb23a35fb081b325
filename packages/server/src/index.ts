export { loadConfig } from "./config.ts";
export type { Config } from "./config-schema.ts";
export type { Environment } from "./environment.ts";
export { type RunningServer, startServer, type Tuning } from "./start-server.ts";
