import type { LineFormat } from "../../parse/line-format.ts";
import { goLog } from "./go-log.ts";
import { jsonFormats } from "./json/json-formats.ts";
import { klog } from "./klog.ts";
import { logfmt } from "./logfmt.ts";
import { logrusText } from "./logrus-text.ts";
import { pinoPretty } from "./pino-pretty.ts";
import { rustTracing } from "./rust-tracing.ts";
import { zapConsole } from "./zap-console.ts";
import { zerologConsole } from "./zerolog-console.ts";

/** Formats whose lines tell by their first characters what they are. */
export const structuredFormats: readonly LineFormat[] = [
  klog,
  ...jsonFormats,
  zapConsole,
  logrusText,
  goLog,
  zerologConsole,
  rustTracing,
  pinoPretty,
  logfmt,
];
