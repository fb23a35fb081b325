import { datedFormat } from "../parts/dated-format.ts";

const levels = { vrb: "trace", dbg: "debug", inf: "info", wrn: "warn", err: "error", ftl: "fatal" } as const;

/** Serilog's console sink (`[{Timestamp:HH:mm:ss} {Level:u3}] {Message}`). */
export const serilogConsole = datedFormat({
  name: "serilog-console",
  open: true,
  clock: true,
  levels,
  patterns: [/ (?<level>VRB|DBG|INF|WRN|ERR|FTL)\] /y],
});

/** Serilog's file sink (`{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {Message}`). */
export const serilogFile = datedFormat({
  name: "serilog-file",
  levels,
  patterns: [/ \[(?<level>VRB|DBG|INF|WRN|ERR|FTL)\] /y],
});
