import { RedactionRules } from "@kubin/schema";
import { z } from "zod";
import { plural } from "../output/format-numbers.ts";
import type { FoundConfig } from "./find-project-config.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What a `.kubin.yaml` may hold. */
export const ProjectConfig = z.strictObject({ redaction: RedactionRules.prefault({}) });

/** The redaction rules of a `.kubin.yaml`. Throws BAD_INPUT with file, line and what is wrong. */
export async function projectRules({ path, text }: FoundConfig): Promise<RedactionRules> {
  return (await parseYaml({ path, text, schema: ProjectConfig })).redaction;
}

/** "2 rules and 1 exception": what a file adds to the built-in redaction. */
export function rulesInWords({ rules, exceptions }: RedactionRules): string {
  return `${plural(rules.length, "rule")} and ${plural(exceptions.length, "exception")}`;
}
