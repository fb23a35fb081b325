import type { Clock, Ids, Log, Metrics, Ports } from "@kubin/core";
import type { Config } from "./config-schema.ts";
import { distributedSettings } from "./distributed-settings.ts";

export interface OpenedPorts extends Ports {
  close(): Promise<void>;
}

interface ProfileOptions {
  config: Config;
  publicUrl: string;
  clock: Clock;
  ids: Ids;
  log: Log;
  metrics: Metrics;
}

/** Opens the ports of the configured profile. Each is imported only when asked for: both bring heavy engines. */
export async function openProfile(options: ProfileOptions): Promise<OpenedPorts> {
  const { config, publicUrl, clock, ids, log, metrics } = options;
  switch (config.profile) {
    case "embedded": {
      const { openEmbedded } = await import("@kubin/embedded");
      const { dataDir, logTextIndex } = config;
      return openEmbedded({ publicUrl, clock, ids, log, dataDir, logTextIndex });
    }
    case "distributed": {
      const { openDistributed } = await import("@kubin/distributed");
      // Without KUBIN_PUBLIC_URL only who serves the pages knows their origin.
      const origin = config.publicUrl ?? (config.roles.includes("gateway") ? publicUrl : undefined);
      return openDistributed({ settings: await distributedSettings(config, origin), clock, ids, log, metrics });
    }
  }
}
