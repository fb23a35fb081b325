import type { IncomingMessage } from "node:http";
import type { Ctx, Log } from "@kubin/core";
import type { Response } from "express";
import { type Context, sealContext } from "../trpc.ts";
import { actorOf } from "./actor-of.ts";
import type { GatewayOptions } from "./options.ts";
import { stateOf } from "./request-state.ts";

/** The context of one request: its actor, its signal, and a log that names it. */
export function createContext(options: GatewayOptions, req: IncomingMessage, res: Response): Context {
  const { requestId, signal } = stateOf(res);
  const ctx: Ctx = {
    ...options.ctx,
    actor: actorOf(req, { listening: options.listening, publicUrl: options.ctx.settings.publicUrl }),
    log: withRequestId(options.ctx.log, requestId),
    signal,
    requestId,
  };
  return sealContext({ ctx, requestId });
}

function withRequestId(log: Log, requestId: string): Log {
  return {
    debug: (fields, message) => log.debug({ requestId, ...fields }, message),
    info: (fields, message) => log.info({ requestId, ...fields }, message),
    warn: (fields, message) => log.warn({ requestId, ...fields }, message),
    error: (fields, message) => log.error({ requestId, ...fields }, message),
  };
}
