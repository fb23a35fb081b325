import type { LineField, LineFormat, LineReading } from "../../../parse/line-format.ts";
import { writtenFields } from "../parts/request.ts";
import { datedAt } from "../times/dated-head.ts";
import { withYear, yearlessAt } from "../times/yearless-at.ts";
import { withInside } from "./inside.ts";
import { priorityAt } from "./priority.ts";

/**
 * ` host unit[pid]: `. The unit may have a version or a name with blanks behind it (`syslogd 1.4.1`), macOS adds the
 * process that is spoken of: `sandboxd[129] ([31211])`, `com.apple.xpc.launchd[1] (com.apple.…)`.
 */
const header =
  / (?<host>[\w.:%-]{1,255}) {1,2}(?:-- )?(?<unit>[\w./@()\\-]{1,128}(?: [\d.]{1,16}|(?: [\w.&-]{1,32}){1,4}(?=\[\d))?)(?:\[(?<pid>\d{1,10})\])?(?: \((?<about>[^)\n]{1,200})\))?:(?: |$)/y;
const repeated = / ---? last message repeated \d{1,9} times? ---?$/y;

/**
 * BSD syslog (RFC 3164) as rsyslog, the journal (`short`, `short-precise`, `short-iso`) and macOS write it, with or
 * without its priority. What stands in the message is read again.
 */
export const syslog: LineFormat = {
  name: "syslog",
  read(text, around) {
    const priority = priorityAt(text);
    const at = priority?.end ?? 0;
    const first = text.charCodeAt(at);
    const dated = first >= 48 && first <= 57;
    if (!dated && !(first >= 65 && first <= 83)) return undefined;
    const yearless = dated ? undefined : yearlessAt(text, at);
    const stamp = dated ? datedAt(text, at) : yearless;
    const found = stamp && headerFields(text, stamp.end);
    // Behind a date with a year any words may stand, so there only a pid or the kernel makes it a header.
    if (!found || (dated && (text.charCodeAt(at + 10) !== 84 || !found.sure))) return undefined;
    const time = yearless ? withYear(yearless, around) : datedAt(text, at)?.time;
    const outer: LineReading = {
      body: text.slice(found.end).trimStart(),
      level: priority?.level,
      time,
      fields: found.fields,
    };
    return withInside(outer, around);
  },
};

interface Header {
  fields: LineField[];
  end: number;
  sure: boolean;
}

function headerFields(text: string, at: number): Header | undefined {
  header.lastIndex = at;
  const groups = header.exec(text)?.groups;
  if (groups) {
    const sure = groups.pid !== undefined || groups.unit === "kernel";
    return { fields: writtenFields(Object.entries(groups)), end: header.lastIndex, sure };
  }
  repeated.lastIndex = at;
  return repeated.test(text) ? { fields: [], end: at + 1, sure: true } : undefined;
}
