const traceNames = new Set(["trace", "traceid", "trace_id", "trace.id", "x-trace-id", "dd.trace_id", "otel.trace_id"]);
/** What can stand in a query without quotes, and is long enough to be of one trace alone. */
const traceId = /^[\w-]{8,128}$/;

/** The id of the trace that a line belongs to, by the names that tracing libraries give it. */
export function traceOf(fields: readonly { name: string; value: string }[]): string | undefined {
  return fields.find(({ name, value }) => traceNames.has(name.toLowerCase()) && traceId.test(value))?.value;
}
