import { hostname, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { getHeapStatistics } from "node:v8";
import { createGateway, type Listening } from "@kubin/api";
import type { Ctx, Log, Settings } from "@kubin/core";
import { startWorkers } from "@kubin/workers";
import type { Config } from "./config-schema.ts";
import { createIds } from "./ids.ts";
import { type HttpServer, listen } from "./listen.ts";
import { createLog } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { type OpenedPorts, openProfile } from "./open-profile.ts";
import { partsAtOnce } from "./parts-at-once.ts";
import { version } from "./version.ts";

export interface RunningServer {
  /** Where it listens, for this machine. */
  url: string;
  /** Ends streams, finishes what is under way, stops workers and engines. May be called twice. */
  close(): Promise<void>;
}

/** For tests: how long things take, where a server in production has no choice. */
export type Tuning = Partial<Omit<Settings, "publicUrl">> & { sweepEveryMs?: number };

const minuteMs = 60_000;
/** How long answers under way may take once the server stops; event streams are cut at once. */
const closeGraceMs = 8_000;

/**
 * The composition root: listens, opens the profile, starts the workers, hands over to the gateway. Throws KubinError
 * when the port is taken, the data directory is in use or the profile is not there.
 */
export async function startServer(config: Config, tuning: Tuning = {}): Promise<RunningServer> {
  const http = await listen(config);
  try {
    return await compose({ config, tuning, http });
  } catch (error) {
    await http.close(0);
    throw error;
  }
}

async function compose(opts: { config: Config; tuning: Tuning; http: HttpServer }): Promise<RunningServer> {
  const { config, http } = opts;
  const { sweepEveryMs = 5_000, ...settings } = opts.tuning;
  const url = urlOf(http.listening);
  const publicUrl = config.publicUrl ?? url;
  const log = createLog(config.logLevel);
  const metrics = createMetrics(log);
  const clock = { now: () => new Date() };
  const ids = createIds();
  const ports = await openProfile({ config, publicUrl, clock, ids, log, metrics });
  const stopping = new AbortController();
  const ctx: Omit<Ctx, "actor" | "signal"> = {
    ports,
    clock,
    ids,
    log,
    metrics,
    settings: {
      publicUrl,
      signedUrlTtlMs: 15 * minuteMs,
      silentUploadMs: 15 * minuteMs,
      leaseMs: minuteMs,
      ...settings,
    },
  };
  const workers = config.roles.includes("worker")
    ? startWorkers({
        // Never aborted: stopping lets them finish what they have in hand before it is handed back.
        ctx: { ...ctx, actor: { kind: "system" }, signal: new AbortController().signal },
        worker: `${hostname()}-${process.pid}-${ids.uuid()}`,
        concurrency: concurrencyOf(config, log),
        sweepEveryMs,
      })
    : undefined;
  http.handle(
    createGateway({
      ctx,
      listening: http.listening,
      roles: config.roles,
      webRoot: fileURLToPath(new URL("../../web/dist", import.meta.url)),
      version,
      metricsText: () => metrics.text(),
      stopping: stopping.signal,
    }),
  );
  log.info({ address: url, profile: config.profile }, "listening");
  let closing: Promise<void> | undefined;
  return {
    url,
    close: () => {
      closing ??= stop({ stopping, http, workers, ports });
      return closing;
    },
  };
}

/** Bounded by the configuration, and by the memory of the machine or of the container. */
function concurrencyOf({ workerConcurrency }: Config, log: Log): number {
  // Nothing or 0 where the system does not say, and more than there is where nothing is set.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  const room = { memoryBytes: Math.min(limit, totalmem()), heapBytes: getHeapStatistics().heap_size_limit };
  const parts = partsAtOnce(workerConcurrency, room);
  if (parts < workerConcurrency) {
    log.warn({ wanted: workerConcurrency, parts, ...room }, "memory is short: fewer parts are indexed at once");
  }
  return parts;
}

/** Callers first, then the work, then the engines below both. */
async function stop(parts: {
  stopping: AbortController;
  http: HttpServer;
  workers: { stop(): Promise<void> } | undefined;
  ports: OpenedPorts;
}): Promise<void> {
  parts.stopping.abort();
  await Promise.all([parts.http.close(closeGraceMs), parts.workers?.stop()]);
  await parts.ports.close();
}

function urlOf({ host, port }: Listening): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
