import { datedFormat } from "../parts/dated-format.ts";

/** Fluent Bit (`flb_log.c`): `[2021/08/05 10:14:09] [ info] [input:tail:tail.0] message`. */
export const fluentBit = datedFormat({
  name: "fluent-bit",
  open: true,
  patterns: [/\] \[ {0,2}(?<level>trace|debug|info|warn|error)\] (?:\[(?<logger>[\w:. /-]{1,128})\] )?/y],
});

/** Fluentd ("Logging"): `2021-08-05 10:14:09  +0000 [info]: #0 message`. */
export const fluentd = datedFormat({
  name: "fluentd",
  patterns: [
    / \[(?<level>trace|debug|info|warn|error|fatal)\]: (?:#(?<worker>\d{1,4}) )?(?:\[(?<logger>[\w\-.]{1,128})\] )?/y,
  ],
});
