import type { LineFormat } from "../../../parse/line-format.ts";
import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { partsOf, partsWith } from "../parts/parts-of.ts";
import { digitsAt } from "../times/clock.ts";
import { dayFirstAt } from "../times/named-month.ts";
import { nanosOf } from "../times/read-time.ts";

const debugParts = [/ (?<logger>[\w\-.]{1,64}(?::[\w\-.*]{1,128}){0,8}) /y];

/** The package `debug`, not on a terminal: `Thu, 05 Aug 2021 10:14:09 GMT express:router dispatching`. */
export const nodeDebug: LineFormat = {
  name: "node-debug",
  read(text) {
    if (text.charCodeAt(3) !== 44 || text.charCodeAt(7) !== 32) return undefined;
    const stamp = dayFirstAt(text, 5);
    if (stamp?.time.from !== "line") return undefined;
    const read = partsOf(debugParts, text, stamp.end);
    return read && { ...read, level: "debug", time: stamp.time };
  },
};

const nest = partsWith({ log: "info", verbose: "trace" }, [
  /(?:AM|PM) {1,64}(?<level>LOG|ERROR|WARN|DEBUG|VERBOSE|FATAL) (?:\[(?<logger>[^\]\n]{1,128})\] )?/y,
]);
const nestHead = /\[Nest\] (\d{1,10}) {1,4}- (\d\d)\/(\d\d)\/(\d{4}), (\d{1,2}):(\d\d):(\d\d) /y;

/** NestJS (`ConsoleLogger`, American time): `[Nest] 1  - 08/05/2021, 10:14:09 AM     LOG [Context] message`. */
export const nestjs: LineFormat = {
  name: "nestjs",
  read(text) {
    if (!text.startsWith("[Nest] ")) return undefined;
    nestHead.lastIndex = 0;
    const found = nestHead.exec(text);
    const read = found && nest(text, nestHead.lastIndex);
    if (!read) return undefined;
    const [, pid = "", month, day, year, hour] = found;
    const days = daysSinceEpoch({ year: Number(year), month: Number(month), day: Number(day) });
    const hours = (Number(hour) % 12) + (text.charCodeAt(nestHead.lastIndex) === 80 ? 12 : 0);
    const minutes = digitsAt(text, nestHead.lastIndex - 6, 2);
    const seconds = hours * 3600 + minutes * 60 + digitsAt(text, nestHead.lastIndex - 3, 2);
    const time = days < 0 ? undefined : { at: nanosOf(days, seconds, 0), from: "line-utc" as const };
    return { ...read, time, fields: [["pid", pid], ...read.fields] };
  },
};
