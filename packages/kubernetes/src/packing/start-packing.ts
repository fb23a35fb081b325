import { KubinError } from "@kubin/schema";
import { classifyKubectlGet } from "../bundle/classify-kubectl-get.ts";
import { classifyMustGather } from "../bundle/classify-must-gather.ts";
import { collectFacts } from "../bundle/collect-facts.ts";
import type { Layout, Role } from "../bundle/layout.ts";
import { redactionCounts } from "../redaction/redaction-counts.ts";
import { gapList } from "./gap-list.ts";
import { logIndex } from "./log-index.ts";
import type { PackProgress } from "./pack-progress.ts";
import { skippedFiles } from "./skipped-files.ts";

interface StartPacking {
  layout: Layout;
  signal?: AbortSignal;
  onProgress?: (progress: PackProgress) => void;
}

export type PackWork = ReturnType<typeof startPacking>;

/** What all steps of one packing share: the lists they fill, and how they report. */
export function startPacking(opts: StartPacking) {
  const gaps = gapList();
  return {
    gaps,
    logs: logIndex(gaps),
    facts: collectFacts(),
    redactions: redactionCounts(),
    skipped: skippedFiles(),
    roleOf: classifierOf(opts.layout),
    progress: { stage: "index", files: 0, bytes: 0, totalBytes: undefined, objects: 0, logLines: 0 } as PackProgress,
    /** Once for each entry of the bundle, and within large ones. */
    report(): void {
      if (opts.signal?.aborted) throw new KubinError("CANCELLED", "Packing the bundle was stopped.");
      opts.onProgress?.({ ...this.progress });
    },
  };
}

function classifierOf(layout: Layout): (path: string) => Role {
  return layout === "must-gather" ? classifyMustGather : classifyKubectlGet;
}
