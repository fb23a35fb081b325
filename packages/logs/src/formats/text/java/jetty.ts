import { datedFormat } from "../parts/dated-format.ts";

/** Jetty's `StdErrLog` and others with colons between: `2021-08-05 10:14:09.409:INFO:oejs.Server:main: msg`. */
export const jetty = datedFormat({
  name: "jetty",
  patterns: [
    /:(?<level>[A-Z]{4,5}) ?:(?<logger>[\w$.-]{1,200}):(?<thread>[^:\n]{1,128}): /y,
    /:(?<level>[A-Z]{4,5}) ?:/y,
  ],
});
