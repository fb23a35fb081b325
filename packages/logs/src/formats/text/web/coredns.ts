import type { LineFormat } from "../../../parse/line-format.ts";
import { milliseconds } from "../parts/milliseconds.ts";
import { partsOf } from "../parts/parts-of.ts";
import { writtenFields } from "../parts/request.ts";

const query =
  /\[INFO\] (?<client>[\w.:%[\]-]{1,64}):(?<client_port>\d{1,5}) - (?<query_id>\d{1,5}) "(?<query_type>[\w-]{1,16}) (?<query_class>\w{1,8}) (?<query_name>[^ "]{1,256}) (?<protocol>\w{1,8}) (?<query_bytes>\d{1,8}) (?:true|false) \d{1,8}" (?<status>[\w-]{1,16}) (?<flags>[\w,-]{1,64}) (?<bytes>\d{1,8}) (?<seconds>[\d.]{1,20})s$/y;
const patterns = [
  /\[(?<level>DEBUG|INFO|WARNING|ERROR|FATAL)\] (?=plugin\/(?<plugin>[\w-]{1,64})[: ])/y,
  /\[(?<level>INFO|WARNING|ERROR)\] (?=No files matching import glob|Reloading|SIGTERM|SIGUSR1|Running configuration )/y,
];

/**
 * CoreDNS: query log of the plugin `log` (default format) and lines of its plugins. The level of a query is INFO, as
 * written; what became of it is the field `status` (`NXDOMAIN`).
 */
export const coredns: LineFormat = {
  name: "coredns",
  read(text) {
    if (text.charCodeAt(0) !== 91 || text.slice(0, 12).indexOf("] ") < 5) return undefined;
    query.lastIndex = 0;
    const groups = text.charCodeAt(1) === 73 ? query.exec(text)?.groups : undefined;
    if (!groups) return partsOf(patterns, text, 0);
    const { seconds, ...rest } = groups;
    const fields = writtenFields([["duration", milliseconds(seconds, "s")], ...Object.entries(rest)]);
    return { body: text.slice(7), level: "info", fields };
  },
};
