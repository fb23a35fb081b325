import { KubinError } from "@kubin/schema";
import { collectFacts } from "../bundle/collect-facts.ts";
import type { DetectedBundle, Role, RoleOf } from "../bundle/layout.ts";
import { createRedactor } from "../redaction/create-redactor.ts";
import { redactionCounts } from "../redaction/redaction-counts.ts";
import type { KnownNames, RedactionOptions } from "../redaction/redactor.ts";
import { documentList } from "./document-list.ts";
import { gapList } from "./gap-list.ts";
import { logIndex } from "./log-index.ts";
import { type OtherBundles, otherBundles } from "./other-bundles.ts";
import type { PackProgress } from "./pack-progress.ts";
import { rawStore } from "./raw-store.ts";
import { skippedFiles } from "./skipped-files.ts";
import type { Spool } from "./spool.ts";

interface StartPacking {
  bundle: DetectedBundle;
  redaction: RedactionOptions;
  names?: KnownNames;
  roleOf: RoleOf;
  spool: Spool;
  signal?: AbortSignal;
  onProgress?: (progress: PackProgress) => void;
}

export type PackWork = Awaited<ReturnType<typeof startPacking>>;

/** What all steps of one packing share: the lists they fill, and how they report. */
export async function startPacking(opts: StartPacking) {
  const gaps = gapList();
  const redactions = redactionCounts();
  const others = otherBundles();
  const redactor = await createRedactor({
    ...opts.redaction,
    ...(opts.names ? { names: opts.names } : {}),
    onRedact(redaction) {
      redactions.add(redaction.rule, redactor.namespace(redaction.namespace));
      opts.redaction.onRedact?.(redaction);
    },
  });
  const rolesOf = (path: string) => rolesBelow(opts, { path, others });
  return {
    gaps,
    redactor,
    redactions,
    logs: logIndex({ gaps, rolesOf }),
    documents: documentList(),
    raws: rawStore(opts.spool),
    facts: collectFacts(),
    skipped: skippedFiles(),
    others,
    rolesOf,
    progress: { stage: "index", files: 0, bytes: 0, totalBytes: undefined, objects: 0, logLines: 0 } as PackProgress,
    /** Once for each entry of the bundle, and within large ones. */
    report(): void {
      if (opts.signal?.aborted) throw new KubinError("CANCELLED", "Packing the bundle was stopped.");
      opts.onProgress?.({ ...this.progress });
    },
  };
}

/** No role for what lies outside of the bundle: `others` tells it. */
function rolesBelow({ bundle, roleOf }: StartPacking, file: { path: string; others: OtherBundles }): readonly Role[] {
  if (!file.path.startsWith(bundle.root)) {
    file.others.add(file.path);
    return [];
  }
  const roles = roleOf(file.path.slice(bundle.root.length));
  return "role" in roles ? [roles] : roles;
}
