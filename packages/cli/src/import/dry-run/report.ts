import { CoverageGap, PartType, RedactionCount, RedactionFacts } from "@kubin/schema";
import { z } from "zod";

/** What `kubin import --dry-run` prints: what would be sent, what was taken out, what stays here. No secret is in it. */
export const DryRunReport = z.object({
  name: z.string(),
  layout: z.string(),
  /** Folder of the bundle in the source; "" is the top. */
  root: z.string(),
  objects: z.int(),
  logLines: z.int(),
  documents: z.int(),
  /** Of all parts, as stored. */
  bytes: z.int(),
  /** By type and namespace. */
  parts: z.array(z.object({ type: PartType, namespace: z.string(), parts: z.int(), items: z.int(), bytes: z.int() })),
  redaction: RedactionFacts.optional(),
  redactions: z.array(RedactionCount),
  /** The first few of each rule: file, field or line, and the mark in the place of the value. */
  examples: z.array(z.object({ rule: z.string(), where: z.string(), at: z.string(), mark: z.string() })),
  /** Files that stay on this machine. */
  withheld: z.array(CoverageGap),
  /** What else would be missing, and why; and of what is there twice, which is taken (`duplicate`). */
  coverage: z.array(CoverageGap),
  /** The source ended early or is damaged. */
  truncated: z.boolean(),
});
export type DryRunReport = z.infer<typeof DryRunReport>;
