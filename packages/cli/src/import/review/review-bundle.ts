import { KubinError } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { canAsk } from "../../prompt/ask.ts";
import { collectRedactions } from "../collect-redactions.ts";
import type { ImportJob } from "../import-job.ts";
import { nodeSpool } from "../node-spool.ts";
import { packJob } from "../pack-job.ts";
import { partSums } from "../part-sums.ts";
import { createProgress } from "../progress/create-progress.ts";
import { addRule } from "./add-rule.ts";
import { showReview } from "./show-review.ts";
import { storeParts } from "./stored-parts.ts";

/** Examples of each rule that can be looked at. */
const maxExamples = 200;

/** Throws BAD_INPUT where nobody can look: no terminal, or stdin is the bundle. */
export function checkReviewable(io: Io, source: string): void {
  if (canAsk(io) && source !== "-") return;
  const why = source === "-" ? "and stdin is the bundle. Save it to a file first" : "and there is none";
  throw new KubinError("BAD_INPUT", `--review needs a terminal, ${why}.\n--dry-run prints the same as JSON.`);
}

/**
 * Packs a bundle to the private folder and shows what is in it, again after each new rule, until it is accepted: the
 * job returned has those rules and what was packed by them. The server hears nothing. Throws CANCELLED for a no.
 */
export async function reviewBundle(given: ImportJob): Promise<ImportJob> {
  let job = given;
  for (;;) {
    const { stored, manifest, reviewed } = await packToLookAt(job);
    const action = await showReview(job.io, reviewed);
    if (action === "accept") {
      const packed = { parts: stored.parts(), manifest: () => manifest };
      return { ...job, packed, startedAt: Date.now() };
    }
    await stored[Symbol.asyncDispose]();
    if (action === "abort") throw new KubinError("CANCELLED", "Stopped. Nothing was sent.");
    const rules = await addRule(job);
    job = { ...job, redaction: { ...job.redaction, rules } };
  }
}

async function packToLookAt(job: ImportJob) {
  const { io, args, name, bundle } = job;
  const taken = collectRedactions(maxExamples);
  using progress = createProgress({ io, quiet: args.quiet });
  const packed = await packJob(job, { onProgress: progress.packed, onRedact: taken.add });
  const stored = await storeParts(packed.parts, nodeSpool({ folder: job.folder, platform: io.platform }));
  const manifest = packed.manifest();
  progress.uploadDone(manifest);
  progress.stop();
  const withheld = manifest.coverage.filter((gap) => gap.kind === "withheld");
  const rules = taken.all();
  return {
    stored,
    manifest,
    reviewed: { name, layout: bundle.layout, rules, parts: partSums(manifest.parts), withheld },
  };
}
