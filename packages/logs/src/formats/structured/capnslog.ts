import { levelOfValue } from "../../parse/level-of-word.ts";
import type { LineFormat } from "../../parse/line-format.ts";
import { parseTimestamp } from "../../parse/parse-timestamp.ts";

const shape = /^ ([CEWNIDT]) \| ([\w./-]{1,100}): /;

/** coreos/pkg's capnslog, as etcd up to 3.4 writes it: `2021-05-26 01:55:28.661104 I | etcdmain: message`. */
export const capnslog: LineFormat = {
  name: "capnslog",
  read(text) {
    const time = parseTimestamp(text, 0);
    if (!time || text.charCodeAt(time.end + 3) !== 124) return undefined;
    const found = shape.exec(text.slice(time.end, time.end + 120));
    if (!found) return undefined;
    const [all, level = "", logger = ""] = found;
    return {
      body: text.slice(time.end + all.length),
      level: levelOfValue(level),
      time: { at: time.at, from: time.zoned ? "line" : "line-utc" },
      fields: [["logger", logger]],
    };
  },
};
