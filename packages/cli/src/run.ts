import yargs, { type Argv } from "yargs";
import { allCommands } from "./commands/all-commands.ts";
import type { Io } from "./io.ts";
import { tell } from "./io.ts";
import { type Command, commonOptions } from "./usage/command.ts";
import { exitCodes } from "./usage/exit-code.ts";
import { failureOf } from "./usage/failure-of.ts";
import { plainArgs, protectWords } from "./usage/protect-words.ts";
import { UsageError, usageError } from "./usage/usage-error.ts";
import { cliVersion } from "./version/cli-version.ts";

const mainExamples = [
  ["kubin create", "capture the cluster of the current context and print its link"],
  ["kubin import must-gather.tar.gz", "upload a bundle and print its link"],
  ["kubin get pods --failing", "what is broken in it, and why"],
  ["kubin search 'level:>=error' -C 3", "search its logs"],
] as const;

/** Runs the command line `argv` (without the program's name) and returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let chosen: (() => Promise<number | undefined>) | undefined;
  const parser = yargs()
    .scriptName("kubin")
    .locale("en")
    .usage("kubin <command>\n\nThe pastebin for Kubernetes clusters: a bundle goes in, a link comes out.")
    .parserConfiguration({
      "dot-notation": false,
      "parse-positional-numbers": false,
      "camel-case-expansion": false,
    })
    .options(commonOptions)
    .strict()
    .demandCommand(1, "Which command? `kubin --help` lists them.")
    .help()
    .alias("help", "h")
    .version(`kubin ${cliVersion}`)
    .wrap(Math.min(120, io.size().columns))
    .epilogue(`${examples(mainExamples)}\n\nExit codes: 0 done, 1 error, 2 usage, 3 partial, 130 stopped.`)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  for (const one of allCommands) {
    // Run when all is parsed: for a handler that returns a promise yargs draws its help first, which takes 90 ms.
    register(parser, one, (args) => {
      chosen = () => one.run(args, io);
    });
  }
  for (const example of [
    "kubin create",
    "kubin import must-gather.tar.gz",
    "kubin get pods --failing",
    "kubin search 'level:>=error'",
  ]) {
    parser.example(example, "");
  }
  parser.completion("completion", "Print a script that completes kubin's words: source <(kubin completion)");
  try {
    await parser.parseAsync(protectWords(argv));
    return (await chosen?.()) ?? exitCodes.done;
  } catch (error) {
    const failure = failureOf(error instanceof UsageError ? usageError(error.message, argv) : error, io);
    tell(io, failure.text);
    return failure.exitCode;
  }
}

function register(parser: Argv, one: Command, run: (args: unknown) => void): void {
  parser.command(
    [one.usage, ...(one.aliases ?? [])],
    one.summary,
    (own) => {
      own.usage(`kubin ${one.usage}\n\n${one.summary}.${one.details === undefined ? "" : `\n${one.details}`}`);
      for (const [name, positional] of Object.entries(one.positionals)) own.positional(name, positional);
      own.options(one.options);
      return own.epilogue(examples(one.examples));
    },
    (args) => run(plainArgs(args, listsOf(one))),
  );
}

/** Names of arguments that hold several values. */
function listsOf(one: Command): Set<string> {
  const all = { ...one.positionals, ...one.options };
  return new Set(["_", ...Object.keys(all).filter((name) => all[name]?.array === true)]);
}

/** Lines to copy, each with what it does above it. yargs would break them in columns. */
function examples(all: readonly (readonly [string, string])[]): string {
  return ["Examples:", ...all.flatMap(([line, what]) => [`  # ${what}`, `  ${line}`])].join("\n");
}
