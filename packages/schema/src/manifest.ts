import { z } from "zod";
import { logSources } from "./log-words.ts";
import { Cluster } from "./snapshot.ts";

/** Version of the manifest this build writes; the server reads this and the two before. */
export const manifestVersion = 1;

/** No part but `raw` is larger, in bytes as stored. */
export const maxPartBytes = 16 * 1024 * 1024;

/**
 * A `raw` part larger than `maxPartBytes` is uploaded in pieces of this size, the last one smaller, at most `maxPieces`:
 * what a multipart upload of S3 takes (docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html).
 */
export const pieceBytes = 16 * 1024 * 1024;
export const maxPieces = 10_000;
export const maxRawPartBytes = pieceBytes * maxPieces;

export const PartType = z.enum(["resources", "events", "logs", "metrics", "discovery", "bundle", "raw"]);
export type PartType = z.infer<typeof PartType>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 lower-case hex digits");
export type Sha256 = z.infer<typeof Sha256>;

/** RFC 1123 label, as Kubernetes names a namespace; "" stands for the cluster. */
export const Namespace = z.union([z.literal(""), z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/)]);
export type Namespace = z.infer<typeof Namespace>;

export const LogSource = z.enum(logSources);
export type LogSource = z.infer<typeof LogSource>;

/** Names one log stream of a snapshot: the lines of one container instance. */
export const LogStreamRef = z.object({
  namespace: Namespace,
  pod: z.string().min(1).max(253),
  container: z.string().min(1).max(253),
  source: LogSource,
});
export type LogStreamRef = z.infer<typeof LogStreamRef>;

/** One gzip member of a `logs` part: consecutive lines of one stream. Offsets and lengths in bytes of the part. */
export const LogMember = LogStreamRef.extend({
  offset: z.int().min(0),
  length: z.int().min(1),
  /** Number of the first line in its stream, from 0. */
  firstLine: z.int().min(0),
  lines: z.int().min(1),
  /** Unpacked. */
  bytes: z.int().min(0),
});
export type LogMember = z.infer<typeof LogMember>;

/**
 * One object of a snapshot. Its key is `snapshots/{id}/{type}/{namespace or _cluster}/{sha256}`.
 * `resources`, `events`: gzip of newline-delimited PartRecord. `logs`: gzip members, listed. `bundle`: gzip of one document; `raw`: gzip of one file that is no text.
 */
export const PartEntry = z.object({
  type: PartType,
  namespace: Namespace,
  sha256: Sha256,
  /** Bytes as stored. */
  size: z.int().min(1).max(maxRawPartBytes),
  /** Records, lines or documents in it. */
  items: z.int().min(0),
  /** `logs` only. */
  members: z.array(LogMember).max(100_000).optional(),
  /** `bundle` and `raw`: the path in the bundle, for display and as a file name. */
  path: z.string().max(1024).optional(),
});
export type PartEntry = z.infer<typeof PartEntry>;

/** One line of a `resources` or `events` part. */
export const PartRecord = z.object({
  /** Lower-case plural as in the API path, e.g. "pods". */
  plural: z.string().min(1).max(253),
  /** The object as captured and redacted, with apiVersion and kind. */
  object: z.record(z.string(), z.unknown()),
});
export type PartRecord = z.infer<typeof PartRecord>;

/** What was asked for and not got. "Empty" must never look like "nothing happened". */
export const CoverageGap = z
  .object({
    /** `withheld`: kept back on the uploader's machine, since it could not be searched for secrets. */
    kind: z.enum([
      "forbidden",
      "timed-out",
      "cut",
      "unparseable",
      "missing",
      "skipped",
      "duplicate",
      "refused",
      "withheld",
    ]),
    /** The file, type, stream or part it is about. */
    what: z.string().max(2000),
    /** "" = about the cluster or the bundle as a whole. */
    namespace: Namespace,
    /** A sentence: what happened and what follows for the reader. */
    detail: z.string().max(2000),
    /** How many things this stands for. */
    count: z.int().min(1).default(1),
  })
  .meta({ id: "CoverageGap" });
export type CoverageGap = z.infer<typeof CoverageGap>;

/** What was taken out before the upload, by rule and namespace. */
export const RedactionCount = z
  .object({ rule: z.string().max(100), namespace: Namespace, count: z.int().min(1) })
  .meta({ id: "RedactionCount" });
export type RedactionCount = z.infer<typeof RedactionCount>;

/** One finding of the tool that made the bundle (`analysis.json` of troubleshoot), in its own words. */
export const Insight = z
  .object({
    /** "error", "warn", "debug" (which means pass), or what the tool wrote. */
    severity: z.string().max(20),
    name: z.string().max(253),
    title: z.string().max(1000),
    detail: z.string().max(4000),
    /** The object it is about, as the tool named it. */
    object: z
      .object({ kind: z.string().max(253), namespace: z.string().max(253), name: z.string().max(253) })
      .optional(),
  })
  .meta({ id: "Insight" });
export type Insight = z.infer<typeof Insight>;

/** How marks of this snapshot were made: those of two snapshots compare where `keyId` is equal. */
export const RedactionFacts = z
  .object({
    /** Names the key without telling it: 20 hex digits. */
    keyId: z.string().regex(/^[0-9a-f]{20}$/),
    /** Secrets were kept on purpose (`--keep-secrets`). */
    secretsKept: z.boolean(),
    /** Namespaces, hosts and addresses are pseudonyms. */
    namesRedacted: z.boolean(),
  })
  .meta({ id: "RedactionFacts" });
export type RedactionFacts = z.infer<typeof RedactionFacts>;

/** What the person who captured says to whoever opens it: `kubin create --note … --label key=value`. */
export const Remark = z
  .object({
    note: z.string().max(2000).optional(),
    labels: z.record(z.string().max(63), z.string().max(200)).optional(),
  })
  .meta({ id: "Remark" });
export type Remark = z.infer<typeof Remark>;

export const CaptureFacts = z.object({
  /** Layout of the source, e.g. "must-gather", "kubectl-get". */
  layout: z.string().max(100),
  /** Program that made this manifest, e.g. "kubin 0.1.0". */
  tool: z.string().max(100),
  cluster: Cluster.optional(),
  kubernetesVersion: z.string().max(100).optional(),
  capturedAt: z.iso.datetime({ offset: true }).optional(),
  analysis: z.array(Insight).max(1000).optional(),
  redaction: RedactionFacts.optional(),
  remark: Remark.optional(),
});
export type CaptureFacts = z.infer<typeof CaptureFacts>;

export const Manifest = z
  .object({
    version: z.int().min(1),
    facts: CaptureFacts,
    /** The source itself ended early or was damaged: whatever it held beyond that is missing, and nobody knows what. */
    truncated: z.boolean().default(false),
    parts: z.array(PartEntry).max(200_000),
    coverage: z.array(CoverageGap).max(20_000),
    redactions: z.array(RedactionCount).max(20_000),
  })
  .meta({ id: "Manifest" });
export type Manifest = z.infer<typeof Manifest>;
