import type { JsonConvention } from "./json-convention.ts";

/**
 * Serilog's compact format (github.com/serilog/serilog-formatting-compact): `@t` time, `@m` message or `@mt` its
 * template, `@l` level, which is left out when it is Information, `@x` exception, `@tr` and `@sp` trace and span.
 */
export const serilog: JsonConvention = {
  name: "serilog",
  has: ["@t"],
  finish(reading, { attributes }) {
    return reading.level !== undefined || attributes.get("@l") !== undefined ? reading : { ...reading, level: "info" };
  },
};
