import type { LineFormat } from "../../../parse/line-format.ts";
import { quotedAt } from "../parts/quoted-at.ts";
import { levelOfStatus, requestFields, writtenFields } from "../parts/request.ts";
import { dayFirstAt } from "../times/named-month.ts";

const answer = / (?<status>\d{3}) (?<bytes>\d{1,19}|-)$/y;

/** Django's `runserver` (`django.server`: `[{server_time}] {message}`). The level follows from the status. */
export const djangoServer: LineFormat = {
  name: "django-server",
  read(text) {
    if (text.charCodeAt(0) !== 91 || text.charCodeAt(3) !== 47) return undefined;
    const stamp = dayFirstAt(text, 1);
    if (!stamp || !text.startsWith('] "', stamp.end)) return undefined;
    const request = quotedAt(text, stamp.end + 2);
    answer.lastIndex = request?.end ?? text.length;
    const groups = answer.exec(text)?.groups;
    if (!request || !groups) return undefined;
    const fields = [...requestFields(request.value), ...writtenFields(Object.entries(groups))];
    return { body: text.slice(stamp.end + 2), level: levelOfStatus(groups.status), time: stamp.time, fields };
  },
};
