import type { Level } from "@kubin/schema";
import type { LineField } from "../../../parse/line-format.ts";

/** Longest part of a request line that becomes a field. */
const longest = 4096;

/** Fields of `GET /path?query HTTP/1.1`. Clients may send anything: what is no request line gives none. */
export function requestFields(request: string): LineField[] {
  const first = request.indexOf(" ");
  if (first < 3 || first > 24 || request.length > longest || !/^[A-Z][A-Z_-]{2,23} /.test(request)) return [];
  const last = request.lastIndexOf(" ");
  const named = last > first && /^[A-Z]+\/\d/.test(request.slice(last + 1, last + 12));
  const fields: LineField[] = [["method", request.slice(0, first)]];
  fields.push(...pathFields(request.slice(first + 1, named ? last : undefined)));
  if (named) fields.push(["protocol", request.slice(last + 1)]);
  return fields;
}

/** The path without its query, which is a field of its own. */
export function pathFields(target: string): LineField[] {
  const mark = target.indexOf("?");
  if (mark < 0) return target === "" ? [] : [["path", target]];
  const query = target.slice(mark + 1);
  return query === ""
    ? [["path", target.slice(0, mark)]]
    : [
        ["path", target.slice(0, mark)],
        ["query", query],
      ];
}

/** The level of an access line is not written: 5xx counts as an error, 4xx as a warning, any other status as info. */
export function levelOfStatus(status: string | undefined): Level | undefined {
  if (status === undefined || !/^[1-5]\d\d$/.test(status)) return undefined;
  return status.startsWith("5") ? "error" : status.startsWith("4") ? "warn" : "info";
}

/** Fields with those left out that were written as `-` or not at all. */
export function writtenFields(fields: readonly (readonly [name: string, value: string | undefined])[]): LineField[] {
  const written: LineField[] = [];
  for (const [name, value] of fields)
    if (value !== undefined && value !== "" && value !== "-") written.push([name, value]);
  return written;
}
