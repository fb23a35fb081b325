import { rememberedServer } from "../config/user-config.ts";
import { userConfigPath } from "../config/user-config-path.ts";
import { presets } from "../create/presets.ts";
import { environmentName, resolveSettings } from "../create/resolve-settings.ts";
import { createSettingNames } from "../create/settings.ts";
import type { Io } from "../io.ts";
import { formatTable } from "../output/format-table.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";

interface ViewArgs extends ResultArgs {
  server?: string | undefined;
  origin: boolean;
  config?: string | undefined;
}

interface Setting {
  name: string;
  value: unknown;
  origin: string;
}

/** `kubin config view`: each setting, its value, and who said so. */
export async function viewConfig(io: Io, args: ViewArgs): Promise<undefined> {
  const settings = [...(await serverSetting(io, args)), ...(await createSettings(io, args))];
  const rows = settings.map(({ name, value, origin }) => [name, inWords(value), ...(args.origin ? [origin] : [])]);
  const columns = [{ title: "SETTING" }, { title: "VALUE" }, ...(args.origin ? [{ title: "ORIGIN" }] : [])];
  const value = args.origin ? settings : Object.fromEntries(settings.map(({ name, value }) => [name, value]));
  await printResult({ io, args, value, table: () => formatTable({ columns, rows }) });
}

async function serverSetting(io: Io, { server }: ViewArgs): Promise<Setting[]> {
  if (server !== undefined) return [{ name: "server", value: server, origin: "command line" }];
  if (io.env.KUBIN_SERVER) return [{ name: "server", value: io.env.KUBIN_SERVER, origin: "environment KUBIN_SERVER" }];
  const remembered = await rememberedServer(io);
  return remembered === undefined ? [] : [{ name: "server", value: remembered, origin: userConfigPath(io) }];
}

async function createSettings(io: Io, { config }: ViewArgs): Promise<Setting[]> {
  const { values, origins } = await resolveSettings(io, { config });
  const preset = values.preset ?? "incident";
  const { since, maxLogBytes, maxBytes, timeLimit, logs, previous } = presets[preset];
  const usual: Record<string, unknown> = {
    preset,
    logs,
    since,
    "max-log-bytes": maxLogBytes,
    "max-bytes": maxBytes,
    "time-limit": timeLimit,
    previous,
    expires: "7d",
  };
  return createSettingNames.flatMap((name) => {
    const found = origins.get(name);
    const value = values[name] ?? usual[name];
    if (value === undefined) return [];
    const said = found === "environment" ? `environment ${environmentName(name)}` : found;
    const origin = said ?? (name === "preset" || name === "expires" ? "default" : `preset ${preset}`);
    return [{ name: `create.${name}`, value, origin }];
  });
}

function inWords(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}
