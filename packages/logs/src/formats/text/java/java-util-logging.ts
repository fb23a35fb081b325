import type { LineFormat } from "../../../parse/line-format.ts";
import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { partsWith } from "../parts/parts-of.ts";
import { monthAt } from "../times/month-at.ts";
import { dayFirstAt } from "../times/named-month.ts";
import { nanosOf } from "../times/read-time.ts";

const stamp =
  /[A-Z][a-z]{2} (\d{1,2}), (\d{4}) (\d{1,2}):(\d\d):(\d\d) ([AP])M (?<logger>[\w$.]{1,200})(?: (?<function>[\w$<>]{1,128}))?$/y;
const tomcat = partsWith({ config: "debug" }, [
  / (?<level>[A-Z]{4,7}) \[(?<thread>[^\]\n]{0,200})\] (?<logger>[\w$.]{1,200})\.(?<function>[\w$<>]{1,128}) /y,
]);

/**
 * `java.util.logging.SimpleFormatter`, whose message follows in the next line (`INFO: …`), and Tomcat's
 * `org.apache.juli.OneLineFormatter`.
 */
export const javaUtilLogging: LineFormat = {
  name: "java-util-logging",
  read(text) {
    const first = text.charCodeAt(0);
    if (first >= 48 && first <= 51) return readTomcat(text);
    return first >= 65 && first <= 83 && text.charCodeAt(3) === 32 ? readStamp(text) : undefined;
  },
};

function readTomcat(text: string) {
  const head = text.charCodeAt(2) === 45 ? dayFirstAt(text, 0) : undefined;
  const read = head && tomcat(text, head.end);
  return read && { ...read, time: head.time };
}

function readStamp(text: string) {
  stamp.lastIndex = 0;
  const found = stamp.exec(text);
  if (!found) return undefined;
  const [, day, year, hour, minute, second, half] = found;
  const days = daysSinceEpoch({ year: Number(year), month: monthAt(text, 0), day: Number(day) });
  if (days < 0 || Number(hour) > 12) return undefined;
  const hours = (Number(hour) % 12) + (half === "P" ? 12 : 0);
  const at = nanosOf(days, hours * 3600 + Number(minute) * 60 + Number(second), 0);
  const { logger = "", function: name } = found.groups ?? {};
  const fields = name === undefined ? [] : [["function", name] as const];
  const body = name === undefined ? logger : `${logger} ${name}`;
  return { body, time: { at, from: "line-utc" as const }, fields: [["logger", logger] as const, ...fields] };
}
