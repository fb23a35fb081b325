import { datedFormat } from "../parts/dated-format.ts";

/** Jenkins (`io.jenkins.lib.support_log_formatter`): time, number of the thread, level, class and function. */
export const jenkins = datedFormat({
  name: "jenkins",
  levels: { config: "debug" },
  patterns: [
    / \[id=(?<thread>\d{1,10})\]\t(?<level>[A-Z]{4,7})\t(?<logger>[\w$.]{1,200})#(?<function>[\w$<>]{1,128}): /y,
  ],
});
