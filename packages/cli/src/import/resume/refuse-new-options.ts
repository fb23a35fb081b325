import { KubinError } from "@kubin/schema";
import type { ImportArgs } from "../import-args.ts";

/** Options that decide what is sent and as what: decided when the import began. */
const decided = [
  "name",
  "expires",
  "root",
  "split",
  "dry-run",
  "review",
  "config",
  "redact-names",
  "redaction-key-file",
  "include-raw",
  "keep-secrets",
  "to-file",
  "encrypt-to",
] as const;

/** Throws BAD_INPUT where an import that goes on is told to do it otherwise. */
export function refuseNewOptions(args: Pick<ImportArgs, (typeof decided)[number]>): void {
  const given = decided.find((name) => args[name] !== undefined && args[name] !== false);
  if (given === undefined) return;
  const sentence = `--resume goes on as the import began, so --${given} can do nothing.`;
  throw new KubinError("BAD_INPUT", `${sentence}\nLeave it away, or start anew without --resume.`);
}
