import { homedir } from "node:os";
import { join } from "node:path";
import type { Io } from "../io.ts";

/** The user's settings: below XDG_CONFIG_HOME, else ~/.config (Windows: APPDATA). */
export function userConfigPath(io: Pick<Io, "env" | "platform">): string {
  const { XDG_CONFIG_HOME, APPDATA, HOME } = io.env;
  // The XDG rules: a relative path there is to be ignored.
  if (XDG_CONFIG_HOME?.startsWith("/")) return join(XDG_CONFIG_HOME, "kubin", "config.yaml");
  if (io.platform === "win32" && APPDATA) return join(APPDATA, "kubin", "config.yaml");
  return join(HOME || homedir(), ".config", "kubin", "config.yaml");
}
