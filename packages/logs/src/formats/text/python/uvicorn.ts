import type { LineFormat } from "../../../parse/line-format.ts";
import { partsOf } from "../parts/parts-of.ts";
import { levelOfStatus, requestFields, writtenFields } from "../parts/request.ts";

const head = [/(?<level>TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL): {2,5}/y];
const request =
  /(?<client>[\w.:%[\]-]{1,64}):(?<client_port>\d{1,5}) - "(?<request>[^"]{1,8192})" (?<status>\d{3})(?: [\w' -]{1,40})?$/y;

/**
 * uvicorn (`LOGGING_CONFIG`: `%(levelprefix)s %(message)s`, padded to a width) and its access lines. Those are all of
 * level INFO, so theirs follows from the status.
 */
export const uvicorn: LineFormat = {
  name: "uvicorn",
  read(text) {
    const colon = text.slice(0, 12).indexOf(":  ");
    if (colon < 4 || colon > 8) return undefined;
    const read = partsOf(head, text, 0);
    if (!read) return undefined;
    request.lastIndex = text.length - read.body.length;
    const groups = request.exec(text)?.groups;
    if (!groups) return read;
    const { request: line = "", ...named } = groups;
    const fields = [...requestFields(line), ...writtenFields(Object.entries(named))];
    return { ...read, level: levelOfStatus(named.status) ?? read.level, fields };
  },
};
