import type { Snapshot } from "@kubin/schema";
import type { Io } from "../io.ts";
import { outputFormat } from "../output/output-format.ts";
import { printJsonLine, printResult, type ResultArgs } from "../output/print-result.ts";

/** The last document: a Snapshot with its `url`. With JSON it is one line, as the first. */
export async function printLast(io: Io, args: ResultArgs, value: Snapshot & { url: string }): Promise<void> {
  const format = outputFormat(args);
  if (format === "table") return;
  if (format === "json" && args.jq === undefined) return printJsonLine(io, value);
  await printResult({ io, args: { ...args, pager: false }, value, table: () => "" });
}
