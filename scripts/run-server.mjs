// What `npm start` and `npm run demo` share: build what is stale, run the server from source, end it with its children.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The server itself gives up after 30 s; this is for one that cannot. */
const stopTimeoutMs = 35_000;

/** Builds packages through turbo, which skips what has not changed. Its words go to stderr: stdout is for results. */
export async function build(...packages) {
  const filters = packages.map((name) => `--filter=${name}`);
  const turbo = spawn(
    join(root, "node_modules", ".bin", process.platform === "win32" ? "turbo.cmd" : "turbo"),
    ["run", "build", ...filters, "--output-logs=errors-only", "--no-update-notifier"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      shell: process.platform === "win32",
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_UI: "false" },
    },
  );
  let said = "";
  turbo.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(turbo, "close");
  if (code === 0) return;
  process.stderr.write(said);
  throw new Error(`Building ${packages.join(" and ")} failed; see above.`);
}

/**
 * Starts the server from source. A group of its own, so that Ctrl-C reaches it once, from here; and a channel, so that
 * it ends when this process is killed.
 */
export function spawnServer({ env = process.env, stdout = "inherit" } = {}) {
  const args = ["--import", "tsx", "--conditions=@kubin/source", join("packages", "server", "src", "main.ts")];
  return spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: process.platform !== "win32",
    stdio: ["ignore", stdout, "inherit", "ipc"],
  });
}

/** npm does not pass a SIGTERM on: its shell dies and leaves this process behind. Calls `stop` once that happened. */
export function stopWithParent(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

/** Asks the server to stop and waits; `hard` does not ask. */
export async function stopServer(server, { hard = false } = {}) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  if (hard) killGroup(server);
  else server.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(server), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}

function killGroup(server) {
  try {
    process.kill(process.platform === "win32" ? server.pid : -server.pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}
