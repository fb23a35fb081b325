import { z } from "zod";
import { levels, timeSources } from "./log-words.ts";
import { LogStreamRef } from "./manifest.ts";
import { Cursor, PageRequest } from "./page.ts";
import { SnapshotId } from "./snapshot.ts";

export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

export const TimeSource = z.enum(timeSources);
export type TimeSource = z.infer<typeof TimeSource>;

export const LogStream = LogStreamRef.extend({
  lines: z.int(),
  bytes: z.int(),
  firstAt: z.iso.datetime({ offset: true }).optional(),
  lastAt: z.iso.datetime({ offset: true }).optional(),
}).meta({ id: "LogStream" });
export type LogStream = z.infer<typeof LogStream>;

export const LogLine = LogStreamRef.extend({
  /** Exact number in the stream, from 0, in file order. */
  line: z.int(),
  /** ISO 8601 with nanoseconds, where the line carries a time. */
  at: z.string().optional(),
  level: Level,
  /** The line without its leading timestamp; bytes that are not UTF-8 show as U+FFFD. */
  message: z.string(),
  /** The leading timestamp as it stands in the file, with the blank behind it. prefix + message is the whole line. */
  prefix: z.string(),
  /** It belongs to the line before it: a stack trace, the rest of a record. */
  continues: z.literal(true).optional(),
  /** Where `fields` were asked for: what a parser read of the line, by name. */
  fields: z.record(z.string(), z.string()).optional(),
  /** The same: format of the line, and how its time is known. */
  format: z.string().optional(),
  timeSource: TimeSource.optional(),
}).meta({ id: "LogLine" });
export type LogLine = z.infer<typeof LogLine>;

export const ListLogStreams = PageRequest.extend({
  snapshotId: SnapshotId,
  namespaces: z.array(z.string().max(63)).max(200).optional(),
  pod: z.string().max(253).optional(),
  /** Part of namespace, pod or container, any case. */
  text: z.string().max(500).optional(),
});
export type ListLogStreams = z.infer<typeof ListLogStreams>;

export const LogStreamPage = z
  .object({ items: z.array(LogStream), total: z.int(), nextCursor: z.string().optional() })
  .meta({ id: "LogStreamPage" });
export type LogStreamPage = z.infer<typeof LogStreamPage>;

/** Lines of one stream by number: from `from` on, or the `limit` lines before and up to `to` (default: the end). */
export const ViewLog = z.object({
  snapshotId: SnapshotId,
  stream: LogStreamRef,
  from: z.coerce.number().int().min(0).optional(),
  to: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
});
export type ViewLog = z.infer<typeof ViewLog>;

export const LogView = z
  .object({
    lines: z.array(LogLine),
    /** Lines in the whole stream. */
    total: z.int(),
  })
  .meta({ id: "LogView" });
export type LogView = z.infer<typeof LogView>;

/** Where a search stands: `query` is the text of the query language (`docs/query-language.md`). */
export const LogQuery = z.object({ snapshotId: SnapshotId, query: z.string().max(4000) });
export type LogQuery = z.infer<typeof LogQuery>;

export const SearchLogs = LogQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: Cursor.optional(),
  /** newest, oldest: by time, lines without one last; file: by stream and line number. */
  order: z.enum(["newest", "oldest", "file"]).default("newest"),
  /** Lines come with what a parser read of them. */
  with: z.enum(["fields"]).optional(),
});
export type SearchLogs = z.infer<typeof SearchLogs>;

export const LogHits = z
  .object({
    lines: z.array(LogLine),
    nextCursor: z.string().optional(),
    /** The page before this one, where there may be one. */
    previousCursor: z.string().optional(),
    /** Time the log engine took, in ms. */
    tookMs: z.number(),
    /** Set when a limit ended the search early: the answer is not complete, and why. */
    incomplete: z.string().optional(),
  })
  .meta({ id: "LogHits" });
export type LogHits = z.infer<typeof LogHits>;

export const LogCount = z
  .object({ lines: z.int(), streams: z.int(), tookMs: z.number(), incomplete: z.string().optional() })
  .meta({ id: "LogCount" });
export type LogCount = z.infer<typeof LogCount>;

export const LinesAround = z.object({
  snapshotId: SnapshotId,
  stream: LogStreamRef,
  line: z.coerce.number().int().min(0),
  before: z.coerce.number().int().min(0).max(500).default(10),
  after: z.coerce.number().int().min(0).max(500).default(10),
});
export type LinesAround = z.infer<typeof LinesAround>;

/** Lines of all logs of the pod, or of all pods of its workload, around the moment of one line. */
export const LinesAtMoment = LinesAround.extend({ among: z.enum(["pod", "workload"]).default("pod") });
export type LinesAtMoment = z.infer<typeof LinesAtMoment>;

export const LogMoment = z
  .object({
    /** By time. */
    lines: z.array(LogLine),
    hasBefore: z.boolean(),
    hasAfter: z.boolean(),
  })
  .meta({ id: "LogMoment" });
export type LogMoment = z.infer<typeof LogMoment>;

/** Name of a field of lines: `level`, `namespace`, `pod`, `container`, `source`, `format`, or an attribute's. */
export const LogFieldName = z.string().min(1).max(128);

export const FacetLogs = LogQuery.extend({
  fields: z.array(LogFieldName).min(1).max(12),
  /** Values a field, the most frequent ones. */
  limit: z.coerce.number().int().min(1).max(200).default(10),
});
export type FacetLogs = z.infer<typeof FacetLogs>;

/** Values of fields among the lines that match, with the number of lines. */
export const LogFacets = z
  .object({
    /** Lines that match. */
    lines: z.int(),
    facets: z.array(
      z.object({
        field: LogFieldName,
        values: z.array(z.object({ value: z.string(), lines: z.int() })),
        /** Lines with a value that is not listed, and lines without any. */
        others: z.int(),
        without: z.int(),
      }),
    ),
    tookMs: z.number(),
    incomplete: z.string().optional(),
  })
  .meta({ id: "LogFacets" });
export type LogFacets = z.infer<typeof LogFacets>;

/** Names of the attributes that lines of a search have, the most frequent first, with the number of lines. */
export const LogFields = z
  .object({
    fields: z.array(z.object({ name: LogFieldName, lines: z.int() })),
    tookMs: z.number(),
    incomplete: z.string().optional(),
  })
  .meta({ id: "LogFields" });
export type LogFields = z.infer<typeof LogFields>;

/** All lines that match as one file, by stream and line number. `text`: the lines as captured, byte for byte. */
export const ExportLogs = LogQuery.extend({ format: z.enum(["ndjson", "csv", "text"]).default("ndjson") });
export type ExportLogs = z.infer<typeof ExportLogs>;

export const LogHistogramQuery = LogQuery.extend({
  /** Default: from the first to the last line that matches and has a time. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Bars wanted; fewer come where they would be shorter than a millisecond. */
  buckets: z.coerce.number().int().min(1).max(500).default(60),
});
export type LogHistogramQuery = z.infer<typeof LogHistogramQuery>;

/** Matching lines over time. Buckets without a line are left out. */
export const LogHistogram = z
  .object({
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    bucketMs: z.number(),
    buckets: z.array(
      z.object({
        /** Begin of the bucket. */
        at: z.iso.datetime({ offset: true }),
        lines: z.int(),
        /** By level; levels without a line are left out. */
        levels: z.partialRecord(Level, z.int()),
        /** Lowest number among its lines: where to go in a query over one stream. */
        firstLine: z.int(),
      }),
    ),
    /** Matching lines without a time. */
    untimed: z.int(),
    tookMs: z.number(),
    incomplete: z.string().optional(),
  })
  .meta({ id: "LogHistogram" });
export type LogHistogram = z.infer<typeof LogHistogram>;
