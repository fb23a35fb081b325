import type { InferredOptionTypes, Options, PositionalOptions } from "yargs";
import type { Io } from "../io.ts";

/** Options that every command takes. */
export const commonOptions = {
  server: { type: "string", describe: "Address of the Kubin server [KUBIN_SERVER, else the remembered one]" },
  output: { type: "string", describe: "json, yaml or table" },
  jq: { type: "string", describe: "Filter the JSON of the result with a jq program" },
  quiet: { alias: "q", type: "boolean", default: false, describe: "Print results only, no progress and no hints" },
  pager: { type: "boolean", default: true, describe: "Page long output on a terminal [PAGER]; --no-pager does not" },
} as const satisfies Record<string, Options>;

/** Options of commands that read one snapshot. */
export const snapshotOption = {
  snapshot: {
    alias: "s",
    type: "string",
    describe: "Id, link or cluster[@time] [KUBIN_SNAPSHOT, `kubin use`, else the last one made from here]",
  },
} as const satisfies Record<string, Options>;

type Named = Record<string, Options>;
type Positions = Record<string, PositionalOptions>;

/** What a handler gets: the common options, its own and its positionals, typed. */
type ArgsOf<O extends Named, P extends Positions> = InferredOptionTypes<typeof commonOptions> &
  InferredOptionTypes<O> &
  InferredOptionTypes<P>;

export interface CommandSpec<O extends Named, P extends Positions> {
  /** As yargs takes it: `import <source>`. */
  usage: string;
  /** Other names of it. */
  aliases?: readonly string[];
  summary: string;
  /** More, below the usage line of `--help`. */
  details?: string;
  positionals: P;
  options: O;
  /** Command line and what it does. */
  examples: readonly (readonly [string, string])[];
  /** Returns the exit code; nothing is 0. */
  run(args: ArgsOf<O, P>, io: Io): Promise<number | undefined>;
}

/** A command as the list of all commands holds it. */
export interface Command extends Omit<CommandSpec<Named, Positions>, "run"> {
  name: string;
  run(args: unknown, io: Io): Promise<number | undefined>;
}

/** Names a command and forgets the types of its arguments: yargs guarantees them, by `strict()` and the same options. */
export function command<const O extends Named, const P extends Positions>(spec: CommandSpec<O, P>): Command {
  const name = spec.usage.split(" ")[0] ?? spec.usage;
  return { ...spec, name, run: (args, io) => spec.run(args as ArgsOf<O, P>, io) };
}
