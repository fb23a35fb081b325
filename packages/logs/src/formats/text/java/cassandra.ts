import type { LineFormat } from "../../../parse/line-format.ts";
import { partsOf } from "../parts/parts-of.ts";
import { datedAt } from "../times/dated-head.ts";

const head = [/(?<level>[A-Z]{4,5}) {1,64}\[(?<thread>[^\]\n]{0,200})\] /y];
const rest = [/ (?<file>[\w$.]{1,128}):(?<line>\d{1,6}) - /y];

/** Cassandra (`conf/logback.xml`): `%-5level [%thread] %date{ISO8601} %F:%L - %msg`. */
export const cassandra: LineFormat = {
  name: "cassandra",
  read(text) {
    const first = text.charCodeAt(0);
    const bracket = first >= 68 && first <= 87 ? text.slice(0, 9).indexOf("[", 4) : -1;
    if (bracket < 4 || bracket > 7) return undefined;
    const begun = partsOf(head, text, 0);
    const stamp = begun && datedAt(text, text.length - begun.body.length);
    const ended = stamp && partsOf(rest, text, stamp.end);
    if (!ended) return undefined;
    return { ...begun, body: ended.body, time: stamp.time, fields: [...begun.fields, ...ended.fields] };
  },
};
