import type { LineFormat } from "../../../parse/line-format.ts";
import { datedFormat } from "../parts/dated-format.ts";

const dated = datedFormat({
  name: "spark",
  patterns: [/ (?<level>[A-Z]{4,5}) (?<logger>[\w$.-]{1,200}): /y],
});

/** Spark (`conf/log4j2.properties.template`: `%d{yy/MM/dd HH:mm:ss} %p %c{1}: %m`). */
export const spark: LineFormat = {
  name: dated.name,
  read: (text, around) => (text.charCodeAt(2) === 47 ? dated.read(text, around) : undefined),
};
