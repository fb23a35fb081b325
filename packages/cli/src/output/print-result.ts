import { type Io, print } from "../io.ts";
import { inertJson, inertLines } from "./inert.ts";
import { outputFormat } from "./output-format.ts";
import { printLong } from "./print-long.ts";

export interface ResultArgs {
  output?: string | undefined;
  jq?: string | undefined;
  pager: boolean;
}

/**
 * Prints one result as the caller asked: the JSON document (its shape is the schema's), the same as YAML, what a jq
 * program makes of it, or the text for people that `table` makes. A table is only made when it is printed.
 */
export async function printResult(opts: {
  io: Io;
  args: ResultArgs;
  value: unknown;
  table: () => string | Promise<string>;
}): Promise<void> {
  const { io, args, value } = opts;
  const format = outputFormat(args);
  if (format === "table") return printLong(io, await opts.table(), args.pager);
  if (args.jq !== undefined) return printLong(io, await throughJq(io, value, args.jq), args.pager);
  const text = format === "json" ? toJson(value) : await toYaml(value);
  await printLong(io, text, args.pager);
}

/** Indented JSON with nothing in it that could drive a terminal. */
function toJson(value: unknown): string {
  return `${inertJson(JSON.stringify(value, null, 2))}\n`;
}

async function toYaml(value: unknown): Promise<string> {
  const { dump } = await import("js-yaml");
  return dump(value, { noRefs: true, lineWidth: -1 });
}

async function throughJq(io: Io, value: unknown, program: string): Promise<string> {
  const { runJq } = await import("./run-jq.ts");
  const text = await runJq(value, program);
  return io.terminal.stdout ? inertLines(text) : text;
}

/** One JSON document on one line, for results that come as a stream. */
export async function printJsonLine(io: Io, value: unknown): Promise<void> {
  await print(io, `${inertJson(JSON.stringify(value))}\n`);
}
