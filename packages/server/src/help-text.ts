import { commands } from "./commands/run-command.ts";
import { settings } from "./settings.ts";

/** What `kubin-server --help` prints. */
export function helpText(): string {
  const width = Math.max(...Object.values(settings).map(({ env }) => env.length));
  const lines = Object.values(settings).map(
    ({ env, about, standard }) => `  ${env.padEnd(width)}  ${about}\n  ${"".padEnd(width)}  Default: ${standard}.`,
  );
  return `kubin-server: the server of Kubin, the pastebin for Kubernetes clusters

Usage: kubin-server [--help] [--version]    serves until it is stopped
       kubin-server <command> [--help]

Commands:

${commandLines().join("\n")}

It is set up by its environment:

${lines.join("\n")}

Examples:
  kubin-server
  kubin-server migrate
  KUBIN_PORT=0 KUBIN_DATA_DIR=./data kubin-server
  KUBIN_LOG_LEVEL=debug kubin-server 2>server.log

SIGINT and SIGTERM stop it cleanly, a second one at once.
Exit codes: 0 stopped, 1 error, 2 wrong usage or configuration.
`;
}

function commandLines(): string[] {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
}
