import type { Config } from "../config-schema.ts";

/** What `kubin-server` does instead of serving, and then ends. */
export interface Command {
  /** One line, for the help of all. */
  about: string;
  /** What `--help` prints after the usage line. */
  help: string;
  /** Flags beside `--help`, each with what it is for. */
  flags: Readonly<Record<string, string>>;
  /** `flags`: those that were given. Returns what goes to stdout. Throws KubinError. */
  run(options: { config: Config; flags: ReadonlySet<string> }): Promise<string>;
}
