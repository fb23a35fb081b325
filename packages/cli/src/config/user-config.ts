import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { CreateSettings } from "../create/settings.ts";
import { type Io, tell } from "../io.ts";
import { parseYaml } from "./parse-yaml.ts";
import { userConfigPath } from "./user-config-path.ts";

const UserConfig = z.strictObject({
  /** Where snapshots go when nothing else is said. */
  server: z.string().min(1).optional(),
  /** What `kubin create` goes by. */
  create: CreateSettings.optional(),
});

/** The user's config, empty where there is none. Throws BAD_INPUT for a file that is not as expected. */
export async function userConfig(io: Io): Promise<{ path: string; settings: z.infer<typeof UserConfig> }> {
  const path = userConfigPath(io);
  const text = await readFile(path, "utf8").catch(() => undefined);
  return { path, settings: text === undefined ? {} : await parseYaml({ path, text, schema: UserConfig }) };
}

/** The server that was remembered. Throws BAD_INPUT for a file that is not as expected. */
export async function rememberedServer(io: Io): Promise<string | undefined> {
  return (await userConfig(io)).settings.server;
}

/** Remembers the server, readable by its owner alone. What else stands in the file stays; a failure is told. */
export async function rememberServer(io: Io, server: string): Promise<void> {
  const path = userConfigPath(io);
  const fresh = `${path}.${process.pid}`;
  try {
    const before = await readFile(path, "utf8").catch(() => "");
    const kept = before.split("\n").filter((line) => line.trim() !== "" && !/^server\s*:/.test(line));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(fresh, [...kept, `server: ${JSON.stringify(server)}`, ""].join("\n"), { mode: 0o600 });
    await chmod(fresh, 0o600);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    tell(io, `The server cannot be remembered: ${why}`);
  }
}
