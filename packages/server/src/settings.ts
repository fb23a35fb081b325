import type { DistributedConfig, EmbeddedConfig } from "./config-schema.ts";

export type SettingName = keyof EmbeddedConfig | keyof DistributedConfig;

export interface Setting {
  /** Name in the environment. */
  env: string;
  /** What it is for, for `.env.example` and `--help`. */
  about: string;
  /** Completes "expected …" where a value is wrong. */
  expected: string;
  /** The default, or a text that describes it. */
  standard: string;
}

/** Every setting in words; their shapes are in `config-schema.ts`. */
export const settings: Readonly<Record<SettingName, Setting>> = {
  profile: {
    env: "KUBIN_PROFILE",
    about:
      "Where the data lives: embedded (nothing to install) or distributed (PostgreSQL, ClickHouse, S3, Kafka, Redis).",
    expected: "embedded or distributed",
    standard: "embedded",
  },
  roles: {
    env: "KUBIN_ROLES",
    about: "What this process does. The embedded profile is one process and runs all of them.",
    expected: "a list of gateway, query, upload, worker (all four in the embedded profile)",
    standard: "gateway,query,upload,worker",
  },
  port: {
    env: "KUBIN_PORT",
    about: "TCP port to listen on; 0 takes any free one.",
    expected: "a port from 0 to 65535",
    standard: "7780",
  },
  host: {
    env: "KUBIN_HOST",
    about: "Address to listen on. Without accounts (KUBIN_AUTH=none) only this machine may reach the server.",
    expected: "a loopback address (127.0.0.1, ::1 or localhost) as long as KUBIN_AUTH is none",
    standard: "127.0.0.1",
  },
  dataDir: {
    env: "KUBIN_DATA_DIR",
    about: "Folder of the embedded profile's data; made with mode 0700. One server at a time uses it.",
    expected: "a folder",
    standard: "kubin in the user's data directory, e.g. ~/.local/share/kubin",
  },
  publicUrl: {
    env: "KUBIN_PUBLIC_URL",
    about: "Address under which others reach this server, for links; no path. Requests under it are never the owner's.",
    expected: "an http or https address without a path, e.g. https://kubin.example.com",
    standard: "the address it listens on",
  },
  auth: {
    env: "KUBIN_AUTH",
    about: "Accounts. none: whoever reaches the server over loopback owns it.",
    expected: "none (accounts are not there yet)",
    standard: "none",
  },
  logLevel: {
    env: "KUBIN_LOG_LEVEL",
    about: "How much goes to the log on stderr, as JSON lines.",
    expected: "fatal, error, warn, info, debug or silent",
    standard: "info",
  },
};
