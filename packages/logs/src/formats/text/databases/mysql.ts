import type { LineFormat } from "../../../parse/line-format.ts";
import { daysSinceEpoch } from "../../../parse/parse-timestamp.ts";
import { datedFormat } from "../parts/dated-format.ts";
import { partsWith } from "../parts/parts-of.ts";
import { clockAt, digitsAt } from "../times/clock.ts";
import { nanosOf } from "../times/read-time.ts";

const levels = { note: "info", system: "info" } as const;

/** MySQL 5.7 and 8 ("The Error Log"), MariaDB 10.1 and later (`Error Log`). */
export const mysql = datedFormat({
  name: "mysql",
  levels,
  patterns: [
    / (?<thread>\d{1,20}) \[(?<level>Note|System|Warning|ERROR|Error)\] (?:\[(?<error_code>MY-\d{1,9})\] \[(?<subsystem>\w{1,32})\] )?/y,
  ],
});

/** MySQL's general query log: time, id of the connection, command, argument. */
export const mysqlGeneral = datedFormat({
  name: "mysql-general",
  patterns: [
    /\t {0,8}(?<thread>\d{1,20}) (?=(?<command>Query|Connect|Quit|Init DB|Field List|Prepare|Execute|Close stmt|Reset stmt|Statistics|Ping|Kill|Change user|Binlog Dump)\t)/y,
  ],
});

const oldParts = partsWith(levels, [/ \[(?<level>Note|Warning|ERROR)\] /y]);

/** MySQL until 5.6, MariaDB until 10.0: `210805 10:14:09 [Note] message`. */
export const mysqlOld: LineFormat = {
  name: "mysql-old",
  read(text) {
    if (text.charCodeAt(6) !== 32 || text.charCodeAt(9) !== 58) return undefined;
    const date = { year: 2000 + digitsAt(text, 0, 2), month: digitsAt(text, 2, 2), day: digitsAt(text, 4, 2) };
    const days = daysSinceEpoch(date);
    const seconds = clockAt(text, 7);
    const read = days < 0 || seconds < 0 ? undefined : oldParts(text, 15);
    return read && { ...read, time: { at: nanosOf(days, seconds, 0), from: "line-utc" } };
  },
};
