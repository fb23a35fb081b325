import type { LineFormat } from "../../../parse/line-format.ts";
import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { partsOf, partsWith } from "../parts/parts-of.ts";
import { clockAt, digitsAt, fractionAt } from "../times/clock.ts";
import { nanosOf } from "../times/read-time.ts";

const levels = partsWith({ i: "info", w: "warn", e: "error", f: "fatal" }, [/(?<level>[IWEF])/y]);
const rest = [/ {1,64}(?<thread>\d{1,20}) (?<caller>[^\s\]]{1,200}:\d{1,6})\] /y];

/** C++ glog since 0.5, which writes the year: `I20210805 10:14:09.409123  7 file.cc:12] message`. */
export const glog: LineFormat = {
  name: "glog",
  read(text) {
    if (text.charCodeAt(9) !== 32 || text.charCodeAt(12) !== 58) return undefined;
    const severity = levels(text, 0);
    const date = { year: digitsAt(text, 1, 4), month: digitsAt(text, 5, 2), day: digitsAt(text, 7, 2) };
    const days = daysSinceEpoch(date);
    const seconds = clockAt(text, 10);
    if (!severity || days < 0 || seconds < 0) return undefined;
    const { nanos, end } = fractionAt(text, 18);
    const read = partsOf(rest, text, end);
    return read && { ...read, level: severity.level, time: { at: nanosOf(days, seconds, nanos), from: "line-utc" } };
  },
};
