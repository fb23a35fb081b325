import type { LineFormat } from "../../../parse/line-format.ts";
import { levelOfStatus, pathFields, writtenFields } from "../parts/request.ts";
import { datedHead } from "../times/dated-head.ts";

const fields =
  / (?<server>[\d.:a-f]{2,45}) (?<method>[A-Z]{2,20}) (?<stem>\/[^ ]{0,4096}) (?<query>[^ ]{1,4096}) (?<server_port>\d{1,5}) (?<user>[^ ]{1,256}) (?<client>[\d.:a-f]{2,45}) (?<user_agent>[^ ]{1,1024}) (?:(?<referer>[^ ]{1,4096}) )?(?<status>\d{3}) (?<substatus>\d{1,5}) (?<win32_status>\d{1,10})(?: (?<bytes>\d{1,19}) (?<received>\d{1,19}))? (?<duration>\d{1,15})$/y;

/**
 * IIS in the W3C format with its default fields (Microsoft, "W3C Logging"), with or without bytes. Times are in UTC, the
 * last field is milliseconds. The level follows from the status.
 */
export const iis: LineFormat = {
  name: "iis",
  read(text) {
    const head = text.charCodeAt(10) === 32 ? datedHead(text) : undefined;
    if (!head?.time || head.end !== 19) return undefined;
    fields.lastIndex = head.end;
    const groups = fields.exec(text)?.groups;
    if (!groups) return undefined;
    const { stem = "", query, ...named } = groups;
    const parts = [...pathFields(stem), ...writtenFields([["query", query], ...Object.entries(named)])];
    const time = { at: head.time.at, from: "line" as const };
    return { body: text.slice(head.end + 1), level: levelOfStatus(named.status), time, fields: parts };
  },
};
