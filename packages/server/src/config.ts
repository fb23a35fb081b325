import { KubinError } from "@kubin/schema";
import { z } from "zod";
import { type ReadSetting, type SettingName, settings } from "./settings.ts";

type Values = { readonly [Name in SettingName]: ReadSetting<Name> };

/** Everything an operator may say about one process, read once from the environment and never again. */
export type Config = Readonly<Values>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Names that the CLI and the development tools read; harmless in a server's environment. */
const ofOthers = new Set([
  "KUBIN_SERVER",
  "KUBIN_SNAPSHOT",
  "KUBIN_LINK",
  "KUBIN_CA_FILE",
  "KUBIN_CONFIG",
  "KUBIN_CONFIG_DIR",
  "KUBIN_PAGER",
]);

/**
 * Reads the configuration. Throws BAD_INPUT with one line for each unknown `KUBIN_*` name and each wrong value, all at
 * once, with what is expected.
 */
export function loadConfig(env: Environment): Config {
  const problems: string[] = [];
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const text = env[setting.env]?.trim();
    const read = z.safeParse(setting.schema, text === undefined || text === "" ? setting.fallback(env) : text);
    if (read.success) values[name as SettingName] = read.data;
    else problems.push(`${setting.env}: expected ${setting.expected}, got "${text ?? ""}"`);
  }
  problems.push(...unknownNames(env));
  if (problems.length === 0) problems.push(...contradictions(values as Values));
  if (problems.length > 0) {
    throw new KubinError("BAD_INPUT", `The configuration is not right:\n${problems.map((p) => `  ${p}`).join("\n")}`);
  }
  return Object.freeze(values as Values);
}

function unknownNames(env: Environment): string[] {
  const known = new Set<string>(Object.values(settings).map((setting) => setting.env));
  return Object.keys(env)
    .filter((name) => name.startsWith("KUBIN_") && !known.has(name) && !ofOthers.has(name))
    .sort()
    .map((name) => `${name}: there is no such setting; known are ${[...known].join(", ")}`);
}
