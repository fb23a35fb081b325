import type { ImportJob } from "../import-job.ts";
import type { Packing } from "./unfinished-upload.ts";

/** What a job packs by, for its note. */
export function packingOf({ bundle, redaction, includeRaw }: ImportJob): Packing {
  return {
    root: bundle.root,
    key: Buffer.from(redaction.key).toString("base64"),
    ...(redaction.rules && { rules: redaction.rules }),
    redactNames: redaction.redactNames ?? false,
    keepSecrets: redaction.keepSecrets ?? false,
    includeRaw,
  };
}
