import { parseArgs } from "node:util";
import { KubinError } from "@kubin/schema";
import { loadConfig } from "../config.ts";
import type { Environment } from "../environment.ts";
import type { Command } from "./command.ts";
import { migrate } from "./migrate.ts";
import { replayDeadLetters } from "./replay-dead-letters.ts";

/** By the name that is typed. */
export const commands: Readonly<Record<string, Command>> = {
  migrate,
  "replay-dead-letters": replayDeadLetters,
};

/** Does what `args` say after the command's name; returns what goes to stdout. Throws BAD_INPUT for a wrong use. */
export async function runCommand(opts: { name: string; args: string[]; env: Environment }): Promise<string> {
  const { name, args, env } = opts;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(commands).join(", ");
    throw new KubinError("BAD_INPUT", `There is no command ${name}; there are ${known}. Try kubin-server --help.`);
  }
  const flags = readFlags({ name, args, command });
  if (flags.has("help")) return helpOf(name, command);
  return command.run({ config: loadConfig(env), flags });
}

function readFlags({ name, args, command }: { name: string; args: string[]; command: Command }): ReadonlySet<string> {
  const known = Object.keys(command.flags).map((flag) => [flag, { type: "boolean" }] as const);
  const options = { help: { type: "boolean", short: "h" }, ...Object.fromEntries(known) } as const;
  try {
    return new Set(Object.keys(parseArgs({ args, options }).values));
  } catch (error) {
    const sentence = `${error instanceof Error ? error.message : error}\nTry kubin-server ${name} --help.`;
    throw new KubinError("BAD_INPUT", sentence, { cause: error });
  }
}

function helpOf(name: string, { help, flags }: Command): string {
  const lines = Object.entries({ help: "Show this help.", ...flags }).map(
    ([flag, about]) => `  --${flag.padEnd(10)}  ${about}\n`,
  );
  return `kubin-server ${name}\n\n${help}\nIt is set up by the same environment as the server: see kubin-server --help.

${lines.join("")}
Exit codes: 0 done, 1 error, 2 wrong usage or configuration.
`;
}
