import { datedFormat } from "../parts/dated-format.ts";

/** Rust's `env_logger`: `[2021-08-05T10:14:09Z INFO  crate::module] message`. */
export const envLogger = datedFormat({
  name: "env-logger",
  open: true,
  patterns: [/ (?<level>TRACE|DEBUG|INFO|WARN|ERROR) {1,64}(?<logger>[\w:-]{1,200})\] /y],
});
