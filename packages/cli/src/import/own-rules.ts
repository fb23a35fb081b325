import { resolve } from "node:path";
import type { RedactionRules } from "@kubin/schema";
import { findProjectConfig, readConfig } from "../config/find-project-config.ts";
import { projectRules, rulesInWords } from "../config/project-config.ts";
import { type Io, tell } from "../io.ts";
import { inert } from "../output/inert.ts";
import type { ImportArgs } from "./import-args.ts";

export interface OwnRules {
  /** The file they stand in. */
  path: string;
  rules: RedactionRules;
}

/** Rules and exceptions of `--config`, else of the nearest `.kubin.yaml`; said, since exceptions keep things in. */
export async function ownRules(io: Io, args: Pick<ImportArgs, "config" | "quiet">): Promise<OwnRules | undefined> {
  const found =
    args.config === undefined ? await findProjectConfig(io) : await readConfig(resolve(io.cwd, args.config));
  if (!found) return undefined;
  const rules = await projectRules(found);
  if (!args.quiet) tell(io, `Redaction: ${rulesInWords(rules)} of ${inert(found.path)}, beside the built-in rules.`);
  return { path: found.path, rules };
}
