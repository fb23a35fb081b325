import type { LineField, LineFormat } from "../../../parse/line-format.ts";
import { partsOf } from "../parts/parts-of.ts";
import { requestFields } from "../parts/request.ts";
import { datedHead } from "../times/dated-head.ts";

const patterns = [/ \[(?<level>[a-z]{4,6})\] (?<pid>\d{1,10})#(?<thread>\d{1,10}): (?:\*(?<connection>\d{1,19}) )?/y];

/** Context that nginx appends to a message: `, client: …, server: …, request: "…", upstream: "…", host: "…"`. */
const context = /, (client|server|upstream|host|referrer|request): (?:"([^"]{0,4096})"|([^ ,"]{1,256}))/g;
const contextReach = 16_384;

/** Error log of nginx (`ngx_core_module`, `error_log`). Its context stays in the body, where nginx puts it. */
export const nginxError: LineFormat = {
  name: "nginx-error",
  read(text) {
    const head = datedHead(text);
    if (!head?.time || head.open || text.charCodeAt(4) !== 47) return undefined;
    const read = partsOf(patterns, text, head.end);
    return read && { ...read, time: head.time, fields: [...read.fields, ...contextFields(read.body)] };
  },
};

function contextFields(body: string): LineField[] {
  const fields: LineField[] = [];
  for (const [, name = "", quoted, plain] of body.slice(-contextReach).matchAll(context)) {
    const value = quoted ?? plain ?? "";
    if (name === "request") fields.push(...requestFields(value));
    else if (value !== "") fields.push([name === "referrer" ? "referer" : name, value]);
  }
  return fields;
}
