import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { datedAt } from "../times/dated-head.ts";

const parts = partsWith({ any: "unknown" }, [
  / ?#(?<pid>\d{1,10})(?: TID-\w{1,20})?\] {1,64}(?<level>[A-Z]{3,5}) -- (?<logger>[^:\n]{0,128}): /y,
]);

/** Ruby's `Logger::Formatter`: `I, [2021-08-05T10:14:09.409123 #7]  INFO -- name: message`. */
export const rubyLogger: LineFormat = {
  name: "ruby-logger",
  read(text) {
    if (text.charCodeAt(1) !== 44 || text.charCodeAt(3) !== 91) return undefined;
    const stamp = datedAt(text, 4);
    const read = stamp && parts(text, stamp.end);
    return read && { ...read, time: stamp.time };
  },
};
