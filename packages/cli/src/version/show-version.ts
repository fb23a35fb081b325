import type { Io } from "../io.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { cliVersion } from "./cli-version.ts";

/** `kubin version`: of this program and of what runs it. */
export async function showVersion(io: Io, args: ResultArgs): Promise<undefined> {
  const value = { version: cliVersion, node: process.versions.node, platform: `${process.platform}-${process.arch}` };
  await printResult({
    io,
    args,
    value,
    table: () => `kubin ${value.version} (node ${value.node}, ${value.platform})\n`,
  });
}
