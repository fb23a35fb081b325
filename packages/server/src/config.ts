import { KubinError } from "@kubin/schema";
import { Config } from "./config-schema.ts";
import { defaultDataDir } from "./default-data-dir.ts";
import type { Environment } from "./environment.ts";
import { type SettingName, settings } from "./settings.ts";

/** Names that the CLI and development tools read; harmless in a server's environment. */
const ofOthers = new Set([
  "KUBIN_SERVER",
  "KUBIN_SNAPSHOT",
  "KUBIN_LINK",
  "KUBIN_CONFIG",
  "KUBIN_CONFIG_DIR",
  "KUBIN_CHROMIUM",
  "KUBIN_CORPUS",
  "KUBIN_ENGINES_CACHE",
  "KUBIN_ENGINES_DATA",
  "KUBIN_ENGINES_PORT",
  "KUBIN_GITLEAKS",
  "KUBIN_REDACTION_KEY_FILE",
]);

/**
 * Reads the configuration. Throws BAD_INPUT with one line for each unknown `KUBIN_*` name and each wrong value, all at
 * once, with what is expected.
 */
export function loadConfig(env: Environment): Config {
  const given = read(env);
  const parsed = Config.safeParse(given);
  if (parsed.success && unknownNames(env).length === 0) return Object.freeze(parsed.data);
  // With a wrong profile the union looks no further: the rest is checked as if it were the default.
  const rest = Config.safeParse({ ...given, profile: "embedded" });
  const wrong = new Set([parsed, rest].flatMap((result) => (result.success ? [] : result.error.issues.map(nameOf))));
  const problems = [
    ...[...wrong].map((name) => wrongValue(name, given[name])),
    ...unknownNames(env).map((name) => `${name}: there is no such setting; known are ${knownNames().join(", ")}`),
  ];
  throw new KubinError("BAD_INPUT", ["The configuration is not right:", ...problems].join("\n  "));
}

/** What the environment says, by setting; an empty value is none. */
function read(env: Environment): Partial<Record<SettingName, string>> {
  const given: Partial<Record<SettingName, string>> = { profile: "embedded", dataDir: defaultDataDir(env) };
  for (const [name, { env: variable }] of entries()) {
    const text = env[variable]?.trim();
    if (text !== undefined && text !== "") given[name] = text;
  }
  return given;
}

function nameOf(issue: { path: PropertyKey[] }): SettingName {
  return entries().find(([name]) => name === issue.path[0])?.[0] ?? "profile";
}

function wrongValue(name: SettingName, given: string | undefined): string {
  const { env, expected, secret } = settings[name];
  if (given === undefined) return `${env}: expected ${expected}, and it is not set`;
  return `${env}: expected ${expected}, got ${secret ? "another text" : `"${given}"`}`;
}

function unknownNames(env: Environment): string[] {
  const known = new Set(knownNames());
  const foreign = Object.keys(env).filter((name) => name.startsWith("KUBIN_") && !known.has(name));
  return foreign.filter((name) => !ofOthers.has(name)).sort();
}

function knownNames(): string[] {
  return Object.values(settings).map(({ env }) => env);
}

/** Guarantee: the table's keys are exactly the names of the settings. */
function entries(): [SettingName, (typeof settings)[SettingName]][] {
  return Object.entries(settings) as [SettingName, (typeof settings)[SettingName]][];
}
