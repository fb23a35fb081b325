/** A trace and the span in it, as far as a value tells. */
export interface TraceIds {
  trace: string;
  span?: string;
}

const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const id = /^[0-9a-zA-Z-]{6,64}$/;

/** Ids of W3C's `traceparent` header (w3.org/TR/trace-context): `00-{trace}-{span}-01`. */
export function traceparentIds(value: string): TraceIds | undefined {
  const found = value.length === 55 ? traceparent.exec(value) : null;
  return found?.[1] === undefined || found[2] === undefined ? undefined : { trace: found[1], span: found[2] };
}

/**
 * Id of a trace or span as written: hexadecimal, decimal (Datadog) or a UUID. Of Google's resource name
 * `projects/{project}/traces/{id}` the last part. Undefined for words, for `true` and for what is all zero.
 */
export function traceId(value: string): string | undefined {
  if (value.length < 6 || value.length > 256) return undefined;
  const last = value.startsWith("projects/") ? value.slice(value.lastIndexOf("/") + 1) : value;
  return id.test(last) && /\d/.test(last) && !/^0+$/.test(last) ? last : undefined;
}
