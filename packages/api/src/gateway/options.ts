import type { Ctx } from "@kubin/core";
import type { Role } from "./roles.ts";

/** Where the server listens, known once it does. */
export interface Listening {
  host: string;
  port: number;
}

export interface GatewayOptions {
  /** What every verb gets; actor and signal come with the request. */
  ctx: Omit<Ctx, "actor" | "signal">;
  listening: Listening;
  /** What this process is there for: callers with anything else are refused. */
  roles: readonly Role[];
  /** Folder of the built web app (`index.html`, `assets/`). */
  webRoot: string;
  /** Version of this build, for the API document. */
  version: string;
  /** Prometheus text and its content type. */
  metricsText(): Promise<{ contentType: string; text: string }>;
  /** Aborted when the server stops: streams that would never end by themselves are cut. */
  stopping: AbortSignal;
}
