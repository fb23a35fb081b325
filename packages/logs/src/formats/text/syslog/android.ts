import type { LineFormat } from "../../../parse/line-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { clockAt, digitsAt, fractionAt } from "../times/clock.ts";
import { withYear } from "../times/yearless-at.ts";

const parts = partsWith({ v: "trace", d: "debug", i: "info", w: "warn", e: "error", f: "fatal", a: "fatal" }, [
  / {1,64}(?<pid>\d{1,10}) {1,64}(?<thread>\d{1,10}) (?<level>[VDIWEFA]) (?<logger>[^\n]{0,100}?) {0,32}: /y,
]);

/** Android's logcat (`-v threadtime`): `08-05 10:14:09.409  1702  2395 D WindowManager: message`. */
export const android: LineFormat = {
  name: "android",
  read(text, around) {
    if (text.charCodeAt(2) !== 45 || text.charCodeAt(5) !== 32 || text.charCodeAt(14) !== 46) return undefined;
    const month = digitsAt(text, 0, 2);
    const day = digitsAt(text, 3, 2);
    const seconds = clockAt(text, 6);
    if (month < 1 || month > 12 || day < 1 || day > 31 || seconds < 0) return undefined;
    const { nanos, end } = fractionAt(text, 14);
    const read = parts(text, end);
    return read && { ...read, time: withYear({ month, day, seconds, nanos, end }, around) };
  },
};
