import type { Log } from "@kubin/core";
import { logPolicy, objectPolicy } from "../resilience/policies.ts";
import type { DistributedSettings } from "../settings.ts";
import { type Prepared, prepareDependency } from "./prepare-dependency.ts";
import { prepareLogs } from "./prepare-logs.ts";
import { prepareObjects } from "./prepare-objects.ts";

/**
 * Prepares ClickHouse and the bucket, side by side, each in the background from where it turns out to be away. Throws when
 * one of them refuses; `signal` then ends the other.
 */
export async function prepareEngines(opts: {
  settings: DistributedSettings;
  log: Log;
  signal: AbortSignal;
}): Promise<{ logs: Prepared; objects: Prepared }> {
  const { settings, log, signal } = opts;
  const [logs, objects] = await Promise.all([
    prepareDependency({
      dependency: logPolicy.dependency,
      meanwhile: "log views say that the log engine is away, uploaded logs wait for it; everything else is there",
      prepare: (stopped) => prepareLogs({ settings, signal: stopped }),
      signal,
      log,
    }),
    prepareDependency({
      dependency: objectPolicy.dependency,
      meanwhile: "downloads say that the object store is away, uploads wait for it; everything else is there",
      prepare: (stopped) => prepareObjects({ settings, log, signal: stopped }),
      signal,
      log,
    }),
  ]);
  return { logs, objects };
}
