import { distributedSettings } from "../distributed-settings.ts";
import { createLog } from "../log.ts";
import type { Command } from "./command.ts";

/** `kubin-server migrate`: before the processes of a new release start, so that none of them has to wait for it. */
export const migrate: Command = {
  about: "Brings PostgreSQL, ClickHouse and the bucket to this release, and ends.",
  help: `Brings PostgreSQL, ClickHouse and the bucket of the distributed profile to this release, and ends. Whoever starts
first does the same, under the same lock; running it before an upgrade shows what goes wrong while the old release serves.
KUBIN_PUBLIC_URL is the origin that the bucket answers browsers of; without it that rule stays as it is.
`,
  flags: {},
  async run({ config }) {
    if (config.profile === "embedded") return "The embedded profile migrates by itself when it starts.\n";
    const { migrateDistributed } = await import("@kubin/distributed");
    const settings = await distributedSettings(config, config.publicUrl);
    const { metadata } = await migrateDistributed({ settings, log: createLog(config.logLevel) });
    return [
      `PostgreSQL: ${metadata.length === 0 ? "nothing was to do" : `applied ${metadata.join(", ")}`}.`,
      "ClickHouse: the tables are those of this release.",
      `Bucket ${config.s3Bucket}: it is there, and its rules are set.`,
      "",
    ].join("\n");
  },
};
