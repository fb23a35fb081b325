import { resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import { findProjectConfig, readConfig } from "../config/find-project-config.ts";
import { projectConfig } from "../config/project-config.ts";
import { userConfig } from "../config/user-config.ts";
import type { Io } from "../io.ts";
import { type CreateSetting, CreateSettings, createSettingNames } from "./settings.ts";

/** The settings that hold, each with where it was found. */
export interface ResolvedSettings {
  values: CreateSettings;
  origins: ReadonlyMap<CreateSetting, string>;
}

type Given = Readonly<Partial<Record<CreateSetting, unknown>>> & { config?: string | undefined };

/**
 * The command line wins over the environment, that over `.kubin.yaml`, that over the user's config; each option by
 * itself. Throws BAD_INPUT with the name and the place of what is wrong.
 */
export async function resolveSettings(io: Io, given: Given): Promise<ResolvedSettings> {
  const project =
    given.config === undefined ? await findProjectConfig(io) : await readConfig(resolve(io.cwd, given.config));
  const user = await userConfig(io);
  const layers: [origin: string, settings: Readonly<Partial<Record<CreateSetting, unknown>>>][] = [
    ["command line", given],
    ["environment", fromEnvironment(io.env)],
    [project?.path ?? "", project ? ((await projectConfig(project)).create ?? {}) : {}],
    [user.path, user.settings.create ?? {}],
  ];
  const origins = new Map<CreateSetting, string>();
  const values: Partial<Record<CreateSetting, unknown>> = {};
  for (const name of createSettingNames) {
    const [origin, layer] = layers.find(([, settings]) => settings[name] !== undefined) ?? [];
    if (origin === undefined || layer === undefined) continue;
    origins.set(name, origin);
    values[name] = layer[name];
  }
  return { values: CreateSettings.parse(values), origins };
}

const prefix = "KUBIN_CREATE_";

/** `KUBIN_CREATE_MAX_LOG_BYTES=1M`. */
export function environmentName(name: CreateSetting): string {
  return `${prefix}${name.toUpperCase().replaceAll("-", "_")}`;
}

function fromEnvironment(env: Io["env"]): CreateSettings {
  const known = new Map(createSettingNames.map((name) => [environmentName(name), name]));
  const unknown = Object.keys(env).find((name) => name.startsWith(prefix) && !known.has(name));
  if (unknown !== undefined) {
    throw new KubinError("BAD_INPUT", `${unknown} is no setting. There are: ${[...known.keys()].join(", ")}.`);
  }
  const found: Partial<Record<CreateSetting, unknown>> = {};
  for (const [variable, name] of known) {
    const text = env[variable];
    if (text !== undefined && text !== "") found[name] = settingOf(name, text);
  }
  const parsed = CreateSettings.safeParse(found);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = createSettingNames.find((one) => one === issue?.path[0]);
  throw new KubinError(
    "BAD_INPUT",
    `${name ? environmentName(name) : prefix}: ${issue?.message ?? "is not as expected"}.`,
  );
}

const switches: readonly CreateSetting[] = ["openapi", "node-summaries", "logs", "previous"];

function settingOf(name: CreateSetting, text: string): unknown {
  if (name === "tail") return Number(text);
  if (!switches.includes(name)) return text;
  return text === "true" ? true : text === "false" ? false : text;
}
