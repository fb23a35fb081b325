export { type AppRouter, appRouter } from "./app-router.ts";
export { createGateway } from "./gateway/create-gateway.ts";
export { isLoopback } from "./gateway/loopback.ts";
export type { GatewayOptions, Listening } from "./gateway/options.ts";
export { roles } from "./gateway/roles.ts";
