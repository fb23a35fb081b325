import type { ImportArgs } from "../import/import-args.ts";
import type { CreateArgs } from "./create-args.ts";

/** What the steps of an import read of the command line. */
export function importArgs(args: CreateArgs): ImportArgs {
  return {
    ...args,
    source: "-",
    split: false,
    review: false,
    "redact-names": false,
    "include-raw": false,
  };
}
