import type { LineFormat } from "../../../parse/line-format.ts";
import { datedFormat } from "../parts/dated-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { dayFirstAt } from "../times/named-month.ts";

/** Monolog's `LineFormatter`, of Laravel and Symfony: `[%datetime%] %channel%.%level_name%: %message% …`. */
export const monolog = datedFormat({
  name: "monolog",
  open: true,
  patterns: [/\] (?<logger>[\w-]{1,64})\.(?<level>[A-Z]{4,9}): /y],
});

const parts = partsWith({ deprecated: "warn", "parse error": "error", "fatal error": "fatal" }, [
  /\] PHP (?<level>Notice|Warning|Deprecated|Parse error|Fatal error): {1,64}/y,
  /\] (?<level>DEBUG|NOTICE|WARNING|ERROR|ALERT): (?:\[pool (?<pool>[\w.-]{1,64})\] )?/y,
]);

/** PHP's `error_log` and the log of PHP-FPM: `[05-Aug-2021 10:14:09 UTC] PHP Warning:  …`. */
export const phpErrorLog: LineFormat = {
  name: "php-error-log",
  read(text) {
    if (text.charCodeAt(0) !== 91 || text.charCodeAt(3) !== 45) return undefined;
    const stamp = dayFirstAt(text, 1);
    const read = stamp && parts(text, stamp.end);
    return read && { ...read, time: stamp.time };
  },
};
