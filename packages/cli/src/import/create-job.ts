import { join } from "node:path";
import type { DetectedBundle } from "@kubin/kubernetes";
import { projectConfigName } from "../config/find-project-config.ts";
import { bundleName } from "./bundle-name.ts";
import type { ImportJob } from "./import-job.ts";
import { redactionOptions } from "./redaction-options.ts";
import type { RedactionSettings } from "./redaction-settings.ts";

type Given = Pick<ImportJob, "io" | "args" | "plan" | "source" | "folder" | "note">;

interface CreateJob {
  given: Given;
  bundle: DetectedBundle;
  /** Its number among several, from 1. */
  number: number | undefined;
  settings: RedactionSettings;
}

/** The job of one bundle. Its name goes through the redaction too: a file name can hold what looks like a secret. */
export async function createJob({ given, bundle, number, settings }: CreateJob): Promise<ImportJob> {
  const { createRedactor, loadRedactionTables } = await import("@kubin/kubernetes");
  const options = redactionOptions(given.args, settings);
  const redaction = { ...options, tables: await loadRedactionTables(options.rules) };
  const { label } = await createRedactor({ ...redaction, redactNames: false });
  const name = label(bundleName({ args: given.args, bundle, number })).slice(0, 200);
  return {
    ...given,
    bundle,
    name,
    redaction,
    includeRaw: given.args["include-raw"],
    rulesFile: settings.own?.path ?? join(given.io.cwd, projectConfigName),
    label,
    startedAt: Date.now(),
  };
}
