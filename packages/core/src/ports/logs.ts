import type { LineField, ResolvedQuery } from "@kubin/logs";
import type {
  Level,
  LogCount,
  LogFacets,
  LogFields,
  LogHistogram,
  LogLine,
  LogStreamRef,
  TimeSource,
} from "@kubin/schema";
import type { Scope } from "../policy/scope.ts";

/** One parsed physical line on its way in. */
export interface LogRow {
  line: number;
  /** Nanoseconds since the epoch. */
  at: bigint | undefined;
  level: Level;
  /** Leading timestamp with the blank behind it, as bytes of the file. */
  prefix: Uint8Array;
  /** The rest of the line, without the line feed. */
  message: Uint8Array;
  format: string;
  /** It belongs to the line before it. */
  continues: boolean;
  timeSource: TimeSource;
  /** What was read of the line. Of all rows of a chunk they have at most `maxFieldNames` names. */
  fields: readonly LineField[];
}

/** Different names of attributes in a chunk: they are written as a dictionary. */
export const maxFieldNames = 1_000;

/**
 * One insert: a block, all there or not at all. Cut the same way each time from the same part, at most 50,000 rows
 * and 16 MiB. `rows` are in file order within a stream; `token` names snapshot, generation, part and chunk.
 */
export interface LogChunk {
  snapshotId: string;
  generation: number;
  retainWeek: string;
  token: string;
  streams: { stream: LogStreamRef; rows: LogRow[] }[];
}

/** Position of the last line of a page. */
export interface LogPosition {
  at: string | undefined;
  stream: LogStreamRef;
  line: number;
}

/** For whom a read runs. */
export interface LogCaller {
  /** Ends the read, in the engine too. */
  signal: AbortSignal;
  /** Names the read in the engine's own log. */
  requestId?: string | undefined;
}

export interface LogSearch extends LogCaller {
  scope: Scope;
  query: ResolvedQuery;
  order: "newest" | "oldest" | "file";
  limit: number;
  /** Where the page begins; not part of it. */
  after?: LogPosition | undefined;
  /** The lines before `after` instead, the nearest first. */
  back?: boolean | undefined;
  /** Whether lines come with format, source of the time and fields. */
  fields?: boolean | undefined;
}

/** The most frequent values of fields among the lines of a query. */
export interface LogFacetSearch extends LogCaller {
  scope: Scope;
  query: ResolvedQuery;
  /** `level`, `namespace`, `pod`, `container`, `source`, `format`; any other is the name of an attribute. */
  fields: readonly string[];
  /** Values a field. */
  limit: number;
}

/** Matching lines of a span of time, in `buckets` bars of equal length. Times in ms since the epoch. */
export interface LogBars extends LogCaller {
  scope: Scope;
  query: ResolvedQuery;
  /** Default: from the first to the last matching line that has a time. */
  from?: number | undefined;
  to?: number | undefined;
  buckets: number;
}

/** Whole lines, without line feeds. */
export interface RawLinePage {
  lines: readonly Uint8Array[];
  /** Position of the last one. */
  last: LogPosition | undefined;
  incomplete?: string | undefined;
}

/** Every read is pruned by the scope's snapshot and week; one without a scope does not compile. */
export interface LogPort {
  insert(chunk: LogChunk): Promise<void>;
  /** Whether this line is stored: decides about a chunk in doubt by the first line of it. Reads by primary key. */
  hasLine(line: { snapshotId: string; retainWeek: string; stream: LogStreamRef; line: number }): Promise<boolean>;
  search(search: LogSearch): Promise<{ lines: LogLine[]; tookMs: number; incomplete?: string | undefined }>;
  count(search: LogCaller & { scope: Scope; query: ResolvedQuery }): Promise<LogCount>;
  /** Lines over time, by level; buckets without a line are left out. */
  histogram(bars: LogBars): Promise<LogHistogram>;
  /** Values of fields with the number of lines, all fields in one pass. */
  facets(search: LogFacetSearch): Promise<LogFacets>;
  /** Names of attributes with the number of lines, at most `limit`, the most frequent first. */
  fields(search: LogCaller & { scope: Scope; query: ResolvedQuery; limit: number }): Promise<LogFields>;
  /** A page in file order as bytes: what was captured, without a loss. */
  rawLines(
    search: LogCaller & { scope: Scope; query: ResolvedQuery; limit: number; after?: LogPosition | undefined },
  ): Promise<RawLinePage>;
  /** Lines `from` ≤ number < `to` of one stream, in order. */
  lines(view: LogCaller & { scope: Scope; stream: LogStreamRef; from: number; to: number }): Promise<LogLine[]>;
  /** Number of stored lines of a snapshot, for proofs and progress. */
  stored(snapshot: { snapshotId: string; retainWeek: string }): Promise<number>;
  /** Removes all lines of a snapshot. Idempotent. */
  deleteSnapshot(snapshot: { snapshotId: string; retainWeek: string }): Promise<void>;
  /** Throws UNAVAILABLE when the engine does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
