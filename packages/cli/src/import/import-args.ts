import { KubinError } from "@kubin/schema";
import { outputFormat } from "../output/output-format.ts";
import type { ResultArgs } from "../output/print-result.ts";
import { inRange } from "../usage/in-range.ts";
import { parseDays } from "./parse-days.ts";

/** The command line of an import that begins. */
export interface ImportArgs extends ResultArgs {
  source: string;
  server?: string | undefined;
  name?: string | undefined;
  /** 7d without it; of a kubin file, what was said when it was written. */
  expires?: string | undefined;
  wait?: boolean | undefined;
  parallel: number;
  quiet: boolean;
  root?: string | undefined;
  split: boolean;
  "dry-run": boolean;
  review: boolean;
  config?: string | undefined;
  "redact-names": boolean;
  "redaction-key-file"?: string | undefined;
  "include-raw": boolean;
  "keep-secrets": boolean;
  "to-file"?: string | undefined;
  force: boolean;
  "encrypt-to"?: string[] | undefined;
  identity?: string | undefined;
}

/** The numbers of the command line, checked. */
export interface ImportPlan {
  expiresInDays: number;
  parallel: number;
}

/** Options that contradict each other, and why. */
const contradictions = [
  ["dry-run", "review", "The one prints what would be sent, the other shows it and may send it."],
  ["dry-run", "to-file", "The one writes nothing, the other a file."],
  ["split", "to-file", "A kubin file holds one bundle; pick it with --root."],
  ["keep-secrets", "redact-names", "The one takes nothing out, the other takes out names."],
] as const;

/** Checks what can be checked before anything is opened. Throws BAD_INPUT. */
export function parseImport(args: ImportArgs): ImportPlan {
  outputFormat(args);
  for (const [one, other, why] of contradictions) {
    if (args[one] && args[other]) {
      throw new KubinError("BAD_INPUT", `--${one} and --${other} cannot go together. ${why}`);
    }
  }
  for (const option of ["force", "encrypt-to"] as const) {
    if (args["to-file"] !== undefined || args[option] === undefined || args[option] === false) continue;
    throw new KubinError("BAD_INPUT", `--${option} belongs to --to-file FILE, which is missing.`);
  }
  return {
    expiresInDays: parseDays(args.expires ?? "7d"),
    parallel: inRange({ name: "--parallel", value: args.parallel, min: 1, max: 32 }),
  };
}
