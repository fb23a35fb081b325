import type { LineFormat } from "../../../parse/line-format.ts";
import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { digitsAt } from "../times/clock.ts";
import { nanosOf } from "../times/read-time.ts";

const head = /\d{8}-(\d{1,2}):(\d{1,2}):(\d{1,2}):(\d{1,3})\|(?<logger>[\w.]{1,100})\|(?<pid>\d{1,19})\|/y;

/** HealthApp of loghub: `20171223-22:15:29:606|Step_LSC|30002312|message`; the last number is milliseconds. */
export const healthApp: LineFormat = {
  name: "health-app",
  read(text) {
    if (text.charCodeAt(8) !== 45) return undefined;
    head.lastIndex = 0;
    const found = head.exec(text);
    if (!found) return undefined;
    const date = { year: digitsAt(text, 0, 4), month: digitsAt(text, 4, 2), day: digitsAt(text, 6, 2) };
    const days = daysSinceEpoch(date);
    const [hour = 24, minute = 60, second = 60, milli = 0] = found.slice(1, 5).map(Number);
    if (days < 0 || hour > 23 || minute > 59 || second > 60) return undefined;
    const at = nanosOf(days, hour * 3600 + minute * 60 + second, milli * 1_000_000);
    const { logger = "", pid = "" } = found.groups ?? {};
    return {
      body: text.slice(head.lastIndex),
      time: { at, from: "line-utc" },
      fields: [
        ["logger", logger],
        ["pid", pid],
      ],
    };
  },
};
