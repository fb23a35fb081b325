import type { LineFormat } from "../../../parse/line-format.ts";
import { milliseconds } from "../parts/milliseconds.ts";
import { levelOfStatus, pathFields, writtenFields } from "../parts/request.ts";
import { weekdayFirstAt } from "../times/named-month.ts";

const head =
  /\[pid: (?<pid>\d{1,10})\|app: (?<app>[\d-]{1,10})\|req: [\d-]{1,19}\/(?<request_number>\d{1,19})\] (?<client>[^ ]{0,64}) \((?<user>[^)]{0,128})\) \{\d{1,6} vars in \d{1,19} bytes\} \[/y;
const rest =
  /\] (?<method>[A-Z]{2,20}) (?<target>[^ ]{0,8192}) => generated (?<bytes>\d{1,19}) bytes in (?<took>\d{1,19}) (?<unit>msecs|micros|secs) (?:via [\w]{1,20}\(\) )?\((?<protocol>[^ )]{1,16}) (?<status>\d{3})\)/y;
const units = { msecs: "ms", micros: "us", secs: "s" } as const;

/** Request log of uWSGI (default of its logger, "Formatting uWSGI requests logs"). The level follows from the status. */
export const uwsgi: LineFormat = {
  name: "uwsgi",
  read(text) {
    if (!text.startsWith("[pid: ")) return undefined;
    head.lastIndex = 0;
    const who = head.exec(text)?.groups;
    const stamp = who && weekdayFirstAt(text, head.lastIndex);
    if (!stamp) return undefined;
    rest.lastIndex = stamp.end;
    const groups = rest.exec(text)?.groups;
    if (!groups) return undefined;
    const { target = "", took, unit, ...named } = groups;
    const duration = milliseconds(took, unit === "micros" || unit === "secs" ? units[unit] : units.msecs);
    const fields = [
      ...writtenFields([["duration", duration], ...Object.entries({ ...named, ...who })]),
      ...pathFields(target),
    ];
    return { body: text.slice(stamp.end + 2), level: levelOfStatus(named.status), time: stamp.time, fields };
  },
};
