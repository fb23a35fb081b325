import { datedFormat } from "../parts/dated-format.ts";

/** Envoy's own log (`--log-format`, default): `[%Y-%m-%d %T.%e][%t][%l][%n] [%g:%#] %v`. */
export const envoy = datedFormat({
  name: "envoy",
  open: true,
  patterns: [
    /\]\[(?<thread>\d{1,20})\]\[(?<level>[a-z]{4,8})\]\[(?<logger>[\w-]{1,64})\] (?:\[(?<caller>[\w./-]{1,200}:\d{1,6})\] )?/y,
  ],
});
