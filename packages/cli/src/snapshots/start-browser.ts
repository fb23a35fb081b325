import { spawn } from "node:child_process";
import type { Io } from "../io.ts";

/** Opens `url` with the desktop's own program (or BROWSER). False where there is no desktop or no such program. */
export async function startBrowser(io: Io, url: string): Promise<boolean> {
  const opener = openerFor(io);
  if (!opener) return false;
  const [program, ...args] = opener;
  return new Promise((resolve) => {
    // No shell: the URL is an argument, whatever is in it.
    const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}

function openerFor({ env, platform }: Io): [string, ...string[]] | undefined {
  if (env.BROWSER) return [env.BROWSER];
  if (platform === "darwin") return ["open"];
  // `start` is a word of cmd alone, which would read & in a URL; this program takes it as it is.
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
}
