import type { LineField, LineFormat } from "../../../parse/line-format.ts";
import { milliseconds } from "../parts/milliseconds.ts";
import { partsWith } from "../parts/parts-of.ts";
import { requestFields, writtenFields } from "../parts/request.ts";
import { datedAt } from "../times/dated-head.ts";

const file = /[a-z][\w.-]{0,60}\.log[\w.:-]{0,60} /y;
const parts = partsWith({ audit: "info" }, [
  / (?<pid>\d{1,10}) (?<level>[A-Z]{4,8}) (?<logger>[\w.-]{1,200}) \[(?:(?<request_id>req-[\w-]{1,64})(?: (?<user>[\w-]{1,64}))?(?: (?<project>[\w-]{1,64}))?[^\]\n]{0,200}|-)\] /y,
  / (?<pid>\d{1,10}) (?<level>[A-Z]{4,8}) (?<logger>[\w-]{1,64}\.[\w.-]{1,150}) (?:\[(?<request_id>-)\] )?/y,
]);
const wsgi =
  /^(?<client>[\d.:a-f,]{2,128}) "(?<request>[^"]{1,8192})" status: (?<status>\d{3}) {1,64}len: (?<bytes>\d{1,19}) time: (?<seconds>[\d.]{1,20})/;

/**
 * OpenStack's `oslo.log` (`logging_context_format_string`), also with the name of the file before it as `grep` and
 * collectors leave it. Its WSGI servers write requests in the message.
 */
export const openstack: LineFormat = {
  name: "openstack",
  read(text) {
    const at = startOf(text);
    const stamp = at < 0 ? undefined : datedAt(text, at);
    const read = stamp && parts(text, stamp.end);
    return read && { ...read, time: stamp.time, fields: [...read.fields, ...wsgiFields(read.body)] };
  },
};

function startOf(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return 0;
  if (!(first >= 97 && first <= 122)) return -1;
  file.lastIndex = 0;
  return file.test(text) ? file.lastIndex : -1;
}

function wsgiFields(body: string): LineField[] {
  const first = body.charCodeAt(0);
  const groups = first >= 48 && first <= 102 ? wsgi.exec(body)?.groups : undefined;
  if (!groups) return [];
  const { request = "", seconds, ...named } = groups;
  const duration = milliseconds(seconds, "s");
  return [...requestFields(request), ...writtenFields([["duration", duration], ...Object.entries(named)])];
}
