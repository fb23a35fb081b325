import { KubinError, type Manifest, manifestVersion, type PackedPart, type PartEntry } from "@kubin/schema";
import { readerOf } from "../bundle/all-layouts.ts";
import type { BundleSource } from "../bundle/bundle-source.ts";
import type { DetectedBundle } from "../bundle/layout.ts";
import type { RedactionOptions } from "../redaction/redactor.ts";
import { collectNames } from "./collect-names.ts";
import { indexBundle } from "./index-bundle.ts";
import { logParts } from "./log-parts.ts";
import { objectStore } from "./object-store.ts";
import type { PackProgress } from "./pack-progress.ts";
import { readLogs } from "./read-logs.ts";
import { redactedFacts } from "./redacted-facts.ts";
import { resourceParts } from "./resource-parts.ts";
import type { Spool } from "./spool.ts";
import { type PackWork, startPacking } from "./start-packing.ts";

export interface PackBundle {
  source: BundleSource;
  bundle: DetectedBundle;
  redaction: RedactionOptions;
  /** Files that are no text go up as they are. */
  includeRaw?: boolean;
  /** The program, for the manifest, e.g. "kubin 0.1.0". */
  tool: string;
  spool: Spool;
  signal?: AbortSignal;
  onProgress?: (progress: PackProgress) => void;
}

export interface PackedBundle {
  /** To be read once. Documents come first, then resources, events, logs, and files too large for memory. */
  parts: AsyncIterable<PackedPart>;
  /** Throws INTERNAL before `parts` is read to its end. */
  manifest(): Manifest;
}

/**
 * Turns a bundle into parts. Reads it twice: first all objects, which are redacted and wait in the spool until each is
 * known once; then the logs. The same bundle gives the same parts. Damage becomes coverage, never an error; throws
 * CANCELLED, and what spool and reader say of a full disk.
 */
export function packBundle(opts: PackBundle): PackedBundle {
  let work: PackWork | undefined;
  const parts: PartEntry[] = [];
  let finished = false;
  let truncated = false;
  async function* run(): AsyncGenerator<PackedPart> {
    const roleOf = await readerOf(opts.bundle.layout).open({ source: opts.source, root: opts.bundle.root });
    const names = opts.redaction.redactNames ? await collectNames(opts.source, opts.bundle, opts.signal) : undefined;
    work = await startPacking({ ...opts, roleOf, ...(names ? { names } : {}) });
    try {
      for await (const part of allParts(opts, work)) {
        parts.push(part.entry);
        yield part;
      }
    } finally {
      await work.raws.close();
    }
    for (const { kind, path, detail, count } of opts.source.problems?.() ?? []) {
      truncated ||= kind === "cut";
      work.gaps.add({ kind, what: path || opts.source.name, detail, count });
    }
    for (const gap of opts.source.gaps?.() ?? []) work.gaps.add(gap);
    work.others.tell(work.gaps);
    work.skipped.tell(work.gaps);
    finished = true;
  }
  return {
    parts: run(),
    manifest() {
      if (!finished || !work) throw new KubinError("INTERNAL", "The manifest is known when all parts are packed.");
      const { redactor } = work;
      const found = redactedFacts(work.facts.facts(), redactor);
      const facts = { layout: opts.bundle.layout, tool: opts.tool, ...found, redaction: redactor.facts };
      const coverage = work.gaps.all().map((gap) => ({
        ...gap,
        what: redactor.label(gap.what),
        namespace: redactor.namespace(gap.namespace),
      }));
      return { version: manifestVersion, facts, truncated, parts, coverage, redactions: work.redactions.all() };
    },
  };
}

async function* allParts(opts: PackBundle, work: PackWork): AsyncGenerator<PackedPart> {
  const file = await opts.spool.create();
  try {
    const store = objectStore({ file, gaps: work.gaps });
    yield* indexBundle({ source: opts.source, store, work, includeRaw: opts.includeRaw ?? false });
    yield* resourceParts({ store, file, gaps: work.gaps });
  } finally {
    await file.close();
  }
  yield* logParts(readLogs({ source: opts.source, work }));
  yield* work.raws.parts();
}
