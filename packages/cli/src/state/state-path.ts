import { homedir } from "node:os";
import { join } from "node:path";
import type { Io } from "../io.ts";

/** The file that remembers snapshots made from here: below XDG_STATE_HOME, else ~/.local/state (Windows: LOCALAPPDATA). */
export function statePath(io: Pick<Io, "env" | "platform">): string {
  const { XDG_STATE_HOME, LOCALAPPDATA, HOME } = io.env;
  // The XDG rules: a relative path there is to be ignored.
  if (XDG_STATE_HOME?.startsWith("/")) return join(XDG_STATE_HOME, "kubin", "state.json");
  if (io.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "kubin", "state.json");
  return join(HOME || homedir(), ".local", "state", "kubin", "state.json");
}
