import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { weekdayFirstAt } from "../times/named-month.ts";

const traces = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((depth) => [`trace${depth}`, "trace"] as const));

const parts = partsWith(traces, [
  /\] \[(?:(?<module>[\w-]{0,64}):)?(?<level>[a-z]{4,6}\d?)\](?: \[pid (?<pid>\d{1,10})(?::tid (?<thread>\d{1,20}))?\])? (?=(?:\[client (?<client>[^\]\s]{1,64}?)(?::(?<client_port>\d{1,5}))?\] )?)/y,
]);

/** Error log of Apache httpd, 2.4 (`ErrorLogFormat`, default) and before. The client it is about stays in the body. */
export const apacheError: LineFormat = {
  name: "apache-error",
  read(text) {
    const first = text.charCodeAt(1);
    if (text.charCodeAt(0) !== 91 || !(first >= 70 && first <= 87)) return undefined;
    const stamp = weekdayFirstAt(text, 1);
    const read = stamp && parts(text, stamp.end);
    return read && { ...read, time: stamp.time };
  },
};
