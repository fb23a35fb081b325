import type { LineField, LineFormat, LineReading } from "../../../parse/line-format.ts";
import { levelOfStatus, requestFields, writtenFields } from "../parts/request.ts";
import { dayFirstAt } from "../times/named-month.ts";

const client = /(?<client>[\w.:%[\]-]{1,64}):(?<client_port>\d{1,5}) \[/y;
const http =
  /\] (?<frontend>[^ ]{1,128}) (?<backend>[^ /]{1,128})\/(?<server>[^ ]{1,128}) (?<timers>[\d+-]{1,12}\/[\d+-]{1,12}\/[\d+-]{1,12}\/[\d+-]{1,12}(?:\/[\d+-]{1,12})?) (?<status>\d{3}|-1) \+?(?<bytes>\d{1,19}) (?<request_cookie>[^ ]{1,256}) (?<response_cookie>[^ ]{1,256}) (?<termination>[\w-]{4}) (?<connections>[\d+/]{9,64}) (?<queues>\d{1,9}\/\d{1,9})(?: \{[^}]{0,2048}\}){0,2} "/y;
const tcp =
  /\] (?<frontend>[^ ]{1,128}) (?<backend>[^ /]{1,128})\/(?<server>[^ ]{1,128}) (?<timers>[\d+-]{1,12}\/[\d+-]{1,12}\/[\d+-]{1,12}) \+?(?<bytes>\d{1,19}) (?<termination>[\w-]{2}) (?<connections>[\d+/]{9,64}) (?<queues>\d{1,9}\/\d{1,9})$/y;
const failure = /\] (?<frontend>[^ /]{1,128})\/(?<server>[^ :]{1,128}): /y;

/**
 * HAProxy's HTTP, TCP and connection error log, without the header of syslog (Configuration Manual, "8.2. Log
 * formats"). The last timer is the whole time in milliseconds. The level of a request follows from its status.
 */
export const haproxy: LineFormat = {
  name: "haproxy",
  read(text) {
    const first = text.charCodeAt(0);
    // Hexadecimal digit or colon: the client is an address.
    if (!((first >= 48 && first <= 58) || (first >= 97 && first <= 102))) return undefined;
    client.lastIndex = 0;
    const groups = client.exec(text)?.groups;
    const stamp = groups && dayFirstAt(text, client.lastIndex);
    if (!stamp || text.charCodeAt(stamp.end) !== 93) return undefined;
    const read = readHttp(text, stamp.end) ?? readTcp(text, stamp.end) ?? readFailure(text, stamp.end);
    return read && { ...read, time: stamp.time, fields: [...writtenFields(Object.entries(groups)), ...read.fields] };
  },
};

type Read = LineReading & { fields: readonly LineField[] };

function readHttp(text: string, at: number): Read | undefined {
  const groups = matched(http, text, at);
  if (!groups) return undefined;
  // A request that was cut has no quote at its end.
  const request = text.slice(http.lastIndex, text.endsWith('"') ? -1 : undefined);
  const fields = [...requestFields(request), ...fieldsOf(groups)];
  return { body: text.slice(at + 2), level: levelOfStatus(groups.status), fields };
}

function readTcp(text: string, at: number): Read | undefined {
  const groups = matched(tcp, text, at);
  return groups && { body: text.slice(at + 2), level: "info", fields: fieldsOf(groups) };
}

function readFailure(text: string, at: number): Read | undefined {
  const groups = matched(failure, text, at);
  return (
    groups && { body: text.slice(failure.lastIndex), level: "error", fields: writtenFields(Object.entries(groups)) }
  );
}

function fieldsOf({ timers = "", ...rest }: Readonly<Record<string, string>>): LineField[] {
  const total = timers.slice(timers.lastIndexOf("/") + 1).replace("+", "");
  const duration = /^\d+$/.test(total) ? total : undefined;
  return writtenFields([["duration", duration], ["timers", timers], ...Object.entries(rest)]);
}

function matched(pattern: RegExp, text: string, at: number): Record<string, string> | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.groups;
}
