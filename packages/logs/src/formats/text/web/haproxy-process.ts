import type { LineFormat } from "../../../parse/line-format.ts";
import { partsOf } from "../parts/parts-of.ts";

const patterns = [/\[(?<level>NOTICE|WARNING|ALERT|INFO)\] {1,4}(?:\d{1,3}\/\d{6} )?\((?<pid>\d{1,10})\) : /y];

/** What HAProxy writes of itself on standard error (`src/errors.c`): day of the year and time before 2.5, no date since. */
export const haproxyProcess: LineFormat = {
  name: "haproxy-process",
  read: (text) => (text.charCodeAt(0) === 91 ? partsOf(patterns, text, 0) : undefined),
};
