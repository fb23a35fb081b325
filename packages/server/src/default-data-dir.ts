import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./environment.ts";

/** The per-user data directory of the platform: XDG, else what macOS and Windows use. */
export function defaultDataDir(env: Environment, platform: NodeJS.Platform = process.platform): string {
  const home = env.HOME ?? env.USERPROFILE ?? homedir();
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData", "Local"), "kubin");
  if (platform === "darwin") return join(home, "Library", "Application Support", "kubin");
  // The specification ignores values that are not absolute.
  const xdg = env.XDG_DATA_HOME;
  return join(xdg?.startsWith("/") ? xdg : join(home, ".local", "share"), "kubin");
}
