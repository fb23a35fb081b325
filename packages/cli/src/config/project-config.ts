import { RedactionRules } from "@kubin/schema";
import { z } from "zod";
import { CreateSettings } from "../create/settings.ts";
import { plural } from "../output/format-numbers.ts";
import type { FoundConfig } from "./find-project-config.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What a `.kubin.yaml` may hold. */
export const ProjectConfig = z.strictObject({
  redaction: RedactionRules.prefault({}),
  /** What `kubin create` goes by. */
  create: CreateSettings.optional(),
});
export type ProjectConfig = z.infer<typeof ProjectConfig>;

/** A `.kubin.yaml`, checked. Throws BAD_INPUT with file, line and what is wrong. */
export function projectConfig({ path, text }: FoundConfig): Promise<ProjectConfig> {
  return parseYaml({ path, text, schema: ProjectConfig });
}

/** The redaction rules of a `.kubin.yaml`. Throws BAD_INPUT with file, line and what is wrong. */
export async function projectRules(found: FoundConfig): Promise<RedactionRules> {
  return (await projectConfig(found)).redaction;
}

/** "2 rules and 1 exception": what a file adds to the built-in redaction. */
export function rulesInWords({ rules, exceptions }: RedactionRules): string {
  return `${plural(rules.length, "rule")} and ${plural(exceptions.length, "exception")}`;
}
