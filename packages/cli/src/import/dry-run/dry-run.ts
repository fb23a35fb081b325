import type { Manifest } from "@kubin/schema";
import { outputFormat } from "../../output/output-format.ts";
import { printResult } from "../../output/print-result.ts";
import { exitCodes } from "../../usage/exit-code.ts";
import { type CollectedRedactions, collectRedactions } from "../collect-redactions.ts";
import type { ImportJob } from "../import-job.ts";
import { packJob } from "../pack-job.ts";
import { partSums } from "../part-sums.ts";
import { createProgress } from "../progress/create-progress.ts";
import { DryRunReport } from "./report.ts";
import { reportTable } from "./report-table.ts";

/** Examples of each rule. */
const maxExamples = 3;

/** Packs the bundle, sends nothing, and prints what would have been sent. Returns the exit code. */
export async function dryRun(job: ImportJob): Promise<number> {
  const { io, args } = job;
  const taken = collectRedactions(maxExamples);
  using progress = createProgress({ io, quiet: args.quiet });
  const packed = await packJob(job, { onProgress: progress.packed, onRedact: taken.add });
  // A part is made, measured and forgotten: nothing of it is kept.
  for await (const _ of packed.parts);
  const manifest = packed.manifest();
  progress.uploadDone(manifest);
  progress.stop();
  const report = reportOf({ job, manifest, taken });
  const output = args.output ?? "json";
  outputFormat({ ...args, output });
  await printResult({ io, args: { ...args, output }, value: report, table: () => reportTable(io, report) });
  return report.truncated ? exitCodes.partial : exitCodes.done;
}

interface ReportOf {
  job: ImportJob;
  manifest: Manifest;
  taken: CollectedRedactions;
}

function reportOf({ job, manifest, taken }: ReportOf): DryRunReport {
  const parts = partSums(manifest.parts);
  const itemsOf = (...types: string[]) =>
    parts.reduce((sum, part) => sum + (types.includes(part.type) ? part.items : 0), 0);
  const examples = taken.all().flatMap(({ rule, examples }) =>
    // The value that stood there is left behind; path and field may hold one too.
    examples.map(({ where, at, mark }) => ({ rule, where: job.label(where), at: job.label(at), mark })),
  );
  return DryRunReport.parse({
    name: job.name,
    layout: job.bundle.layout,
    root: job.label(job.bundle.root),
    objects: itemsOf("resources", "events"),
    logLines: itemsOf("logs"),
    documents: itemsOf("bundle", "raw"),
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    parts,
    redaction: manifest.facts.redaction,
    redactions: manifest.redactions,
    examples,
    withheld: manifest.coverage.filter((gap) => gap.kind === "withheld"),
    coverage: manifest.coverage.filter((gap) => gap.kind !== "withheld"),
    truncated: manifest.truncated,
  });
}
