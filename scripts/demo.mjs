// `npm run demo`: Kubin with a real must-gather and a small cluster in it, uploaded as a user would. It keeps its data in .kubin/demo. The
// server stores only a hash of a link, so the demo remembers its own, and uploads again only what is not there any more.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { howItEnded } from "./how-it-ended.mjs";
import { build, root, spawnServer, stopServer, stopWithParent } from "./run-server.mjs";

/** In the order of upload: the must-gather last, so that commands without --snapshot read it. */
const [failingSample, sample] = JSON.parse(readFileSync(join(root, "samples", "demo.json"), "utf8"));
const cliPackage = join("packages", "cli");
const cli = join(cliPackage, JSON.parse(readFileSync(join(root, cliPackage, "package.json"), "utf8")).bin.kubin);
/** Exit code of the CLI for a snapshot that is completed, with gaps. */
const partial = 3;

const help = `npm run demo [-- --once]

Builds the web app and the CLI, starts the server, uploads ${sample.file} and the small
${failingSample.file}, in which things fail, and prints the links.
Keeps serving until Ctrl-C; with --once it ends when the snapshots are completed.

KUBIN_PORT      port, default 7780 (0: any free one)
KUBIN_DATA_DIR  folder of the data, default .kubin/demo in the repository
`;

const { values: options } = parseArgs({
  options: { once: { type: "boolean" }, help: { type: "boolean", short: "h" } },
});
if (options.help) process.stdout.write(help);
else await demo();

async function demo() {
  const running = { server: undefined, upload: undefined, stopping: false };
  stopOnSignals(running);
  try {
    say("Building what has changed …");
    await build("@kubin/web", "@kubin/cli");
    if (!existsSync(join(root, cli))) throw new Error(`the build left no ${cli}.`);
    if (running.stopping) return;
    const url = await start(running);
    const earlier = await countSnapshots(url);
    const failing = await provide({ running, url, sample: failingSample });
    if (running.stopping) return;
    const { code, link } = await provide({ running, url, sample });
    if (running.stopping) return;
    const completed = code === 0 || code === partial;
    if (!completed || link === undefined) process.exitCode = code || 1;
    if (!completed) say(`The upload failed (exit code ${code}); the reason is above.`);
    else if (link !== undefined) process.stdout.write(frame({ url, link, earlier, failing: failing.link }));
    if (options.once || !completed) await stopServer(running.server);
    else await serve(running);
  } catch (error) {
    if (running.stopping) return;
    console.error(`demo: ${error.message}`);
    process.exitCode = 1;
    if (running.server) await stopServer(running.server);
  }
}

/** Starts the server; resolves with its address once it answers. */
async function start(running) {
  const { env: given } = process;
  const dataDir = given.KUBIN_DATA_DIR || join(".kubin", "demo");
  const absolute = isAbsolute(dataDir) ? dataDir : resolve(root, dataDir);
  mkdirSync(absolute, { recursive: true, mode: 0o700 });
  say(`Starting the server, data in ${dataDir} …`);
  const env = { KUBIN_LOG_LEVEL: "warn", ...given, KUBIN_DATA_DIR: absolute };
  const server = spawnServer({ env, stdout: "pipe" });
  running.server = server;
  running.dataDir = absolute;
  const url = await Promise.race([addressOf(server), exitOf(server)]);
  await untilReady(url);
  return url;
}

/** On a busy machine the engines may answer late at first. */
async function untilReady(url) {
  for (let left = 60; ; left -= 1) {
    const answer = await fetch(`${url}/readyz`);
    if (answer.ok) return;
    if (left === 0) throw new Error(`the server is not ready: ${await answer.text()}`);
    await setTimeout(1_000);
  }
}

/** The address that the server prints once it answers. */
function addressOf(server) {
  let said = "";
  return new Promise((found) => {
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const url = /listens on (\S+)\n/.exec(said)?.[1];
      if (url !== undefined) found(url);
    });
  });
}

async function exitOf(server) {
  const [code, signal] = await once(server, "exit");
  throw new Error(`the server ended before it answered, ${howItEnded(code, signal)}`);
}

async function countSnapshots(url) {
  const answer = await fetch(`${url}/api/v1/snapshots?limit=100`);
  return answer.ok ? (await answer.json()).items.length : 0;
}

/** The link of an earlier start while it still leads somewhere, else a new upload. */
async function provide({ running, url, sample: { name, file: bundle } }) {
  const file = join(running.dataDir, "demo-links.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const token = known[name];
  const headers = { "x-kubin-link": token ?? "" };
  const answer = token && (await fetch(`${url}/api/v1/link`, { headers }));
  if (answer?.ok && (await answer.json()).state === "COMPLETED") return { code: 0, link: `${url}/s/${token}` };
  say(`Uploading ${bundle} …`);
  const uploaded = await upload({ running, url, bundle, name });
  const made = uploaded.link && { [name]: new URL(uploaded.link).pathname.split("/")[2] };
  writeFileSync(file, JSON.stringify({ ...known, ...made }), { mode: 0o600 });
  return uploaded;
}

/** The real CLI, as a user runs it; the link is the first line it prints. */
async function upload({ running, url, bundle, name }) {
  const args = [cli, "import", bundle, "--name", name, "--server", url, "--wait"];
  const importing = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  running.upload = importing;
  let said = "";
  importing.stdout.on("data", (chunk) => {
    said += chunk;
    process.stdout.write(chunk);
  });
  const [code] = await once(importing, "close");
  running.upload = undefined;
  return { code: code ?? 1, link: /^\s*(https?:\/\/\S+\/s\/\S+)/m.exec(said)?.[1] };
}

async function serve(running) {
  const [code, signal] = await once(running.server, "exit");
  if (running.stopping) return;
  console.error(`demo: the server ended ${howItEnded(code, signal)}`);
  process.exitCode = code || 1;
}

/** Ctrl-C ends the upload, then the server with its children; a second one does not wait. */
function stopOnSignals(running) {
  const stop = async () => {
    const again = running.stopping;
    running.stopping = true;
    say(again ? "Stopping at once." : "Stopping …");
    running.upload?.kill(again ? "SIGKILL" : "SIGTERM");
    if (running.server) await stopServer(running.server, { hard: again });
    process.exit(again ? 130 : 0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  stopWithParent(stop);
}

function frame({ url, link, earlier, failing }) {
  const line = "─".repeat(Math.max(60, link.length + 4));
  const kept = earlier === 0 ? "" : ` (${earlier} from earlier starts ${earlier === 1 ? "is" : "are"} kept)`;
  return `
${line}
  ${sample.name}, a real OpenShift cluster:

  ${link}

  ${failingSample.name}, a small cluster in which things fail:

  ${failing ?? "not uploaded, see above"}
${line}

  All snapshots${kept}: ${url}/
  On the command line (\`export KUBIN_SERVER=${url}\` spares --server; without --snapshot it is ${sample.name}):
    node ${cli} get pods -A --failing --snapshot ${failingSample.name} --server ${url}
    node ${cli} search 'level:>=error' --server ${url}
    node ${cli} summary --server ${url}
${options.once ? "" : "\n  Ctrl-C stops the server; the data stays.\n"}
`;
}

function say(text) {
  process.stderr.write(`demo: ${text}\n`);
}
