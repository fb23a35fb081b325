/** No word of a command line can hold it, so it marks without ever meaning itself. */
const mark = "\u0000";

/** Short options of `search` that stand alone or before a value. */
const shortOptions = /^-(?:[hq]+|[Cs]|C\d+)$/;

/**
 * Words that look like options and are none, marked so that yargs leaves them alone: all behind `--` (which yargs does
 * not give to positionals), and queries that begin with a minus: `kubin search '-healthz "connection refused"'`.
 * `plainArgs` takes the marks off again.
 */
export function protectWords(argv: readonly string[]): string[] {
  const command = argv.findIndex((word) => !word.startsWith("-"));
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const isQuery = (word: string, index: number) =>
    argv[command] === "search" &&
    index > command &&
    /^-[^-]/.test(word) &&
    !shortOptions.test(word) &&
    !/^-[Cs]=/.test(word);
  // yargs takes a lone "-" (stdin) for nothing.
  const odd = (word: string, index: number) => word === "-" || isQuery(word, index);
  const before = argv.slice(0, end).map((word, index) => (odd(word, index) ? mark + word : word));
  return [...before, ...argv.slice(end + 1).map((word) => mark + word)];
}

/** The arguments as the command takes them: marks off, and of an option that was given twice the last value. */
export function plainArgs(args: object, lists: ReadonlySet<string>): Record<string, unknown> {
  const plain = (value: unknown) => (typeof value === "string" && value.startsWith(mark) ? value.slice(1) : value);
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (!Array.isArray(value)) return [name, plain(value)];
      return [name, lists.has(name) ? value.map(plain) : plain(value.at(-1))];
    }),
  );
}
